//! Characters that readers write in more than one way, folded to one.
//!
//! [`TRADITIONAL`] holds, of the pairs in OpenCC's `TSCharacters` table (Apache-2.0), those whose simplified form occurs in the
//! record; the first simplified form is taken. [`LATIN`] and [`LATIN_MORE`] hold the base letters of the Unicode blocks Latin-1
//! to Latin Extended-A and Latin Extended Additional (Vietnamese), in order, by canonical decomposition.

use std::sync::LazyLock;

/// Traditional characters in code point order, and below them their simplified forms.
const TRADITIONAL: &str = "並乾亞佈佔併來侷係俬個倫側偵備傢傳傷僅儀億儘內兩凈凍別則剋創剷劃劉劍動務勢勵勸匯區協卻卽厤參員問啓啟單噹嚮囌國圍園圖團埰\
     執報場塊墰墻壇壜夥奬學寀實寧審寫寬將專對導屬峯峴島崑巖帶幣幫幹幾庫廣廳張強彆彈彔彙彿後徑從復愛態慶憲應懞懲懷懸戰戲戶掛採\
     換揮損搗撐撣撾擊據擣擬攔敎數斬斷於旣昇時暫曆曏書會朮東査條棟業榦構槍樓標樣橋機檢檯檻權歐歷歸殺毀決沒況淨淩減準溝溫滄滙滯\
     滿漢潛濛濟濤瀾灣為烏無煙熱營燬爲爾牆獎獨獲獵現瑪環產産甦甯畢異當疊發盡監盤盧眾瞞矇確祕種稱穀積穫窩筆箇範築簡簽籤糰約紅納\
     紙級紹終組結絕絡給統絶綁經綜綫維網綵緊線緝緣編緩緬緻縱總織繫繳繼續纍纔罈罎罰羅羈羣義聞聯聲職脩脫臨臺與興舉舘華菸萊萬葯蒼\
     蓆蓋蔘薩藥蘇蘭處虛號衆術衕裏補裝裡製複覈見規視訂計訊討託記訪設許訴註証詐詞話該詳認誘語誡誤說説誼調談請論講謝證識譭譯議護\
     讀變讚豬貓負財貨販責買貸資賈賓賞賣賬賭賴賽贊贓贜趨跡踰蹟蹤車軍較載輓輕輪轉辦辭農迴這連週進遊運過達違遠適遺遼邁還邊郵鄰醖\
     醞釀釋釐釘針釦銀銖銜銷錄錢録錶鍼鎭鎮鏈鏟鏡長門開間閣閤闆關陝陞陳陸陽隊階際隨險隱隻雙離難雲電鞦韆韓響頁項預領頭題額顏顔願\
     類顧顯風颱飛飾餘館馬駁駐騙驅體髮鬆魯鮑鳳鷗鹹麗麪麫麵點黨齣龍";
const SIMPLIFIED: &str = "并干亚布占并来局系私个伦侧侦备家传伤仅仪亿尽内两净冻别则克创铲划刘剑动务势励劝汇区协却即历参员问启启单当向苏国围园图团采\
     执报场块坛墙坛坛伙奖学采实宁审写宽将专对导属峰岘岛昆岩带币帮干几库广厅张强别弹录汇佛后径从复爱态庆宪应蒙惩怀悬战戏户挂采\
     换挥损捣撑掸挝击据捣拟拦教数斩断于既升时暂历向书会术东查条栋业干构枪楼标样桥机检台槛权欧历归杀毁决没况净凌减准沟温沧汇滞\
     满汉潜蒙济涛澜湾为乌无烟热营毁为尔墙奖独获猎现玛环产产苏宁毕异当叠发尽监盘卢众瞒蒙确秘种称谷积获窝笔个范筑简签签团约红纳\
     纸级绍终组结绝络给统绝绑经综线维网彩紧线缉缘编缓缅致纵总织系缴继续累才坛坛罚罗羁群义闻联声职修脱临台与兴举馆华烟莱万药苍\
     席盖参萨药苏兰处虚号众术同里补装里制复核见规视订计讯讨托记访设许诉注证诈词话该详认诱语诫误说说谊调谈请论讲谢证识毁译议护\
     读变赞猪猫负财货贩责买贷资贾宾赏卖账赌赖赛赞赃赃趋迹逾迹踪车军较载挽轻轮转办辞农回这连周进游运过达违远适遗辽迈还边邮邻酝\
     酝酿释厘钉针扣银铢衔销录钱录表针镇镇链铲镜长门开间阁合板关陕升陈陆阳队阶际随险隐只双离难云电秋千韩响页项预领头题额颜颜愿\
     类顾显风台飞饰余馆马驳驻骗驱体发松鲁鲍凤鸥咸丽面面面点党出龙";
/// U+00C0 to U+017F.
const LATIN: &str = "aaaaaaaceeeeiiiidnooooo×ouuuuytsaaaaaaaceeeeiiiidnooooo÷ouuu\
     uytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkk\
     kllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuu\
     wwyyyzzzzzzs";
/// U+1E00 to U+1EFF.
const LATIN_MORE: &str = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllll\
     llmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuu\
     uuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyẚsẜẝsẟaaaaaaaaaaaaaaaaaaaa\
     aaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuu\
     uuyyyyyyyyỻỻỽỽỿỿ";

static SIMPLER: LazyLock<Vec<(char, char)>> = LazyLock::new(|| TRADITIONAL.chars().zip(SIMPLIFIED.chars()).collect());

/// A character in lower case, of plain width, simplified, without diacritics; nothing for marks that only change the one before
/// or the direction of the text.
pub(in crate::query) fn fold(c: char) -> impl Iterator<Item = char> {
    let plain = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    };
    let marks = matches!(plain, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let base = match plain {
        '\u{c0}'..='\u{17f}' => nth(LATIN, plain as u32 - 0xc0),
        '\u{1e00}'..='\u{1eff}' => nth(LATIN_MORE, plain as u32 - 0x1e00),
        '\u{3400}'..='\u{9fff}' => SIMPLER.binary_search_by_key(&plain, |pair| pair.0).ok().map(|at| SIMPLER[at].1),
        _ => None,
    };
    base.unwrap_or(plain).to_lowercase().filter(move |_| !marks)
}

fn nth(text: &str, at: u32) -> Option<char> {
    text.chars().nth(at as usize)
}

/// A text, every character folded.
pub(in crate::query) fn folded(text: &str) -> String {
    text.chars().flat_map(fold).collect()
}

/// The words that a search text asks for, folded.
pub(in crate::query) fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(folded).filter(|word| !word.is_empty()).collect()
}

/// A text cut into parts, each with whether a word of the search text stands there.
pub fn highlighted<'a>(text: &'a str, search: &str) -> Vec<(bool, &'a str)> {
    let words = words(search);
    if words.is_empty() || text.is_empty() {
        return vec![(false, text)];
    }
    // Each byte of the folded text remembers the character that it came from.
    let (mut plain, mut origin) = (String::new(), Vec::new());
    for (at, c) in text.char_indices() {
        let start = plain.len();
        plain.extend(fold(c));
        origin.extend(std::iter::repeat_n((at, at + c.len_utf8()), plain.len() - start));
    }
    let found =
        |word: &String| plain.match_indices(word.as_str()).map(|(at, it)| (at, at + it.len())).collect::<Vec<_>>();
    let mut spans: Vec<(usize, usize)> =
        words.iter().flat_map(found).map(|(a, b)| (origin[a].0, origin[b - 1].1)).collect();
    crate::sort::sort_by(&mut spans, |a, b| a.cmp(b));
    let (mut parts, mut done) = (Vec::new(), 0);
    for (start, end) in spans {
        let start = start.max(done);
        if end <= start {
            continue;
        }
        if start > done {
            parts.push((false, &text[done..start]));
        }
        parts.push((true, &text[start..end]));
        done = end;
    }
    if done < text.len() {
        parts.push((false, &text[done..]));
    }
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn tables_pair_up() {
        assert_eq!(TRADITIONAL.chars().count(), SIMPLIFIED.chars().count());
        assert!(SIMPLER.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!((LATIN.chars().count(), LATIN_MORE.chars().count()), (192, 256));
    }

    #[test]
    fn forms_fold_to_one() {
        for (form, plain) in
            [("緬甸電詐", "缅甸电诈"), ("ＹＵＮＮＡＮ", "yunnan"), ("Đặng Văn", "dang van"), ("Ko\u{301}", "ko")]
        {
            assert_eq!(folded(form), plain);
        }
    }

    #[test]
    fn found_words_are_marked() {
        let parts = highlighted("Yúnnan police: 移交嫌疑人。", "yunnan 移交 ol");
        assert_eq!(
            parts,
            [(true, "Yúnnan"), (false, " p"), (true, "ol"), (false, "ice: "), (true, "移交"), (false, "嫌疑人。")]
        );
    }

    proptest! {
        #[test]
        fn parts_make_the_text(text in any::<String>(), search in any::<String>(), cut in 0usize..9) {
            let own: String = text.chars().skip(cut).take(3).collect();
            for search in [search, own] {
                let parts = highlighted(&text, &search);
                prop_assert_eq!(parts.iter().map(|part| part.1).collect::<String>(), text.as_str());
            }
        }
    }
}
