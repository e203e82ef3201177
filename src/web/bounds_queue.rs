//! What the page knows of its worker, and what it has to do next. The worker answers one question at a time; of those that come
//! meanwhile only the last is kept.

use crackdown_core::analysis::bounds::Implied;

/// An answer, or the reason why there is none.
pub type Answer = Result<Implied, String>;

/// What the worker is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// It loads.
    #[default]
    Starting,
    /// It waits for a question.
    Idle,
    /// It has a question.
    Busy,
    /// It could not be loaded, or stopped. Only another worker can answer.
    Failed,
}

/// What the page has to do.
#[derive(Debug, PartialEq)]
pub enum Command<M> {
    /// Nothing.
    Nothing,
    /// Send a message to the worker.
    Send(M),
    /// Report the answer to the last question.
    Report(Answer),
}

/// The questions for one worker. `M` is a question as a message.
#[derive(Debug)]
pub struct Queue<M> {
    state: State,
    /// Number of the last question.
    last: u32,
    waiting: Option<M>,
}

impl<M> Default for Queue<M> {
    fn default() -> Self {
        Self { state: State::default(), last: 0, waiting: None }
    }
}

impl<M> Queue<M> {
    /// Whether the worker is of no more use.
    pub fn has_failed(&self) -> bool {
        self.state == State::Failed
    }

    /// A question is asked. `message` makes a message of its number.
    pub fn on_question(&mut self, message: impl FnOnce(u32) -> Result<M, String>) -> Command<M> {
        self.last += 1;
        self.waiting = None;
        match message(self.last) {
            Ok(message) if self.state == State::Idle => {
                self.state = State::Busy;
                Command::Send(message)
            }
            Ok(message) => {
                self.waiting = Some(message);
                Command::Nothing
            }
            Err(reason) => Command::Report(Err(reason)),
        }
    }

    /// The worker has loaded.
    pub fn on_ready(&mut self) -> Command<M> {
        match self.state {
            State::Starting => self.next(),
            State::Idle | State::Busy | State::Failed => Command::Nothing,
        }
    }

    /// The worker has answered the question with a number. 0 is a question that it could not read.
    pub fn on_answer(&mut self, number: u32, answer: Answer) -> Command<M> {
        if self.state != State::Busy {
            return Command::Nothing;
        }
        match self.next() {
            Command::Nothing if number == self.last || number == 0 => Command::Report(answer),
            next => next,
        }
    }

    /// The worker could not be loaded, or has stopped.
    pub fn on_error(&mut self, reason: &str) -> Command<M> {
        let unanswered = match self.state {
            State::Starting => self.waiting.is_some(),
            State::Busy => true,
            State::Idle | State::Failed => false,
        };
        self.state = State::Failed;
        self.waiting = None;
        if unanswered { Command::Report(Err(reason.to_owned())) } else { Command::Nothing }
    }

    /// The time that a worker may take to load is over.
    pub fn on_start_limit(&mut self, reason: &str) -> Command<M> {
        if self.state == State::Starting { self.on_error(reason) } else { Command::Nothing }
    }

    fn next(&mut self) -> Command<M> {
        let next = self.waiting.take();
        self.state = if next.is_some() { State::Busy } else { State::Idle };
        next.map_or(Command::Nothing, Command::Send)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(number: u32) -> Result<u32, String> {
        Ok(number)
    }

    fn answer(month: &str) -> Answer {
        Ok(Implied { kept: vec![month.into()], ..Implied::default() })
    }

    fn failure(reason: &str) -> Command<u32> {
        Command::Report(Err(reason.into()))
    }

    /// A queue whose worker has loaded.
    fn idle() -> Queue<u32> {
        let mut queue = Queue::default();
        assert_eq!(queue.on_ready(), Command::Nothing);
        queue
    }

    #[test]
    fn a_question_waits_until_the_worker_has_loaded() {
        let mut queue = Queue::default();
        assert_eq!(queue.on_question(numbered), Command::Nothing);
        assert_eq!(queue.on_ready(), Command::Send(1));
        assert_eq!(queue.on_answer(1, answer("a")), Command::Report(answer("a")));
        assert_eq!(queue.on_question(numbered), Command::Send(2));
    }

    #[test]
    fn of_questions_that_come_meanwhile_only_the_last_is_asked() {
        let mut queue = idle();
        assert_eq!(queue.on_question(numbered), Command::Send(1));
        assert_eq!(queue.on_question(numbered), Command::Nothing);
        assert_eq!(queue.on_question(numbered), Command::Nothing);
        assert_eq!(queue.on_answer(1, answer("a")), Command::Send(3), "an answer that nobody waits for any more");
        assert_eq!(queue.on_answer(3, answer("c")), Command::Report(answer("c")));
    }

    #[test]
    fn a_worker_that_does_not_load_is_reported_once() {
        let mut queue = Queue::default();
        assert_eq!(queue.on_question(numbered), Command::Nothing);
        assert_eq!(queue.on_error("not found"), failure("not found"));
        assert!(queue.has_failed());
        assert_eq!(queue.on_error("again"), Command::Nothing);
        assert_eq!(queue.on_start_limit("late"), Command::Nothing);
        assert_eq!(queue.on_ready(), Command::Nothing, "whatever comes from it then");
        assert_eq!(queue.on_answer(1, answer("a")), Command::Nothing);
    }

    #[test]
    fn a_worker_that_never_says_that_it_has_loaded_is_given_up() {
        let mut queue = Queue::default();
        assert_eq!(queue.on_question(numbered), Command::Nothing);
        assert_eq!(queue.on_start_limit("late"), failure("late"));
        assert!(queue.has_failed());
        let mut loaded = idle();
        assert_eq!(loaded.on_question(numbered), Command::Send(1));
        assert_eq!(loaded.on_start_limit("late"), Command::Nothing, "a long answer is no failure");
    }

    #[test]
    fn a_worker_that_traps_fails_the_last_question_and_no_earlier_one() {
        let mut queue = idle();
        assert_eq!(queue.on_question(numbered), Command::Send(1));
        assert_eq!(queue.on_question(numbered), Command::Nothing);
        assert_eq!(queue.on_error("unreachable"), failure("unreachable"));
        assert!(queue.has_failed());
        let mut unasked = idle();
        assert_eq!(unasked.on_error("unreachable"), Command::Nothing);
        assert!(unasked.has_failed());
    }

    #[test]
    fn a_question_that_cannot_be_written_is_reported_and_no_earlier_answer_stands_for_it() {
        let mut queue = idle();
        assert_eq!(queue.on_question(numbered), Command::Send(1));
        assert_eq!(queue.on_question(|_| Err("not written".into())), failure("not written"));
        assert_eq!(queue.on_answer(1, answer("a")), Command::Nothing);
        assert_eq!(queue.on_question(numbered), Command::Send(3));
    }

    #[test]
    fn a_question_that_the_worker_could_not_read_is_reported() {
        let mut queue = idle();
        assert_eq!(queue.on_question(numbered), Command::Send(1));
        assert_eq!(queue.on_answer(0, Err("not read".into())), failure("not read"));
        assert!(!queue.has_failed());
        assert_eq!(queue.on_question(numbered), Command::Send(2));
    }
}
