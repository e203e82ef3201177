//! Archives of stored files: a zip without compression, which every unpacker reads.
//!
//! Format: PKWARE APPNOTE 6.3.9, sections 4.3.7, 4.3.12 and 4.3.16. Names are UTF-8 (flag bit 11).

use chrono::{Datelike, NaiveDate};

/// Version 2.0 of the format, in which UTF-8 names are a flag.
const VERSION: u16 = 20;
const UTF8: u16 = 1 << 11;

/// Packs files, all dated `day`.
pub fn zip<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>, day: NaiveDate) -> Vec<u8> {
    let (mut out, mut directory, mut count) = (Vec::new(), Vec::new(), 0u16);
    for (name, bytes) in files {
        let start = length(out.len());
        let entry = entry(name, bytes, day);
        out.extend(0x0403_4b50_u32.to_le_bytes());
        out.extend(&entry);
        out.extend(name.as_bytes());
        out.extend(bytes);
        directory.extend(0x0201_4b50_u32.to_le_bytes());
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&entry);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
        count += 1;
    }
    let (start, size) = (length(out.len()), length(directory.len()));
    out.extend(directory);
    out.extend(0x0605_4b50_u32.to_le_bytes());
    out.extend([0; 4]);
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(size.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0; 2]);
    out
}

/// The part that a file's own header and its entry in the directory share.
fn entry(name: &str, bytes: &[u8], day: NaiveDate) -> Vec<u8> {
    let date = (day.year().clamp(1980, 2107) - 1980) << 9 | (day.month() << 5 | day.day()).cast_signed();
    let mut out = Vec::new();
    for half in [VERSION, UTF8, 0, 0, u16::try_from(date).unwrap_or_default()] {
        out.extend(half.to_le_bytes());
    }
    for whole in [crc32(bytes), length(bytes.len()), length(bytes.len())] {
        out.extend(whole.to_le_bytes());
    }
    out.extend(u16::try_from(name.len()).unwrap_or_default().to_le_bytes());
    out.extend([0; 2]);
    out
}

/// Sizes are below 4 GB, which no text of the dataset comes near.
fn length(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

/// CRC-32 as in ISO 3309, bit by bit: a table would be more code than these few files are worth.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_checksum_is_the_usual_one() {
        assert_eq!(super::crc32(b"123456789"), 0xcbf4_3926);
    }
}
