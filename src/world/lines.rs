//! A file read line by line, of which no more than one line is held: see [`Lines`].

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
};

use super::{Input, STDIN, read::cannot_read};
use crate::{
    diagnostic::{Message, Problem},
    document::Origin,
};

/// The most bytes of a line.
const MOST: u64 = 64 << 20;

/// Places are counted in 32 bits.
const MOST_IN_FILE: usize = u32::MAX as usize - MOST as usize;

/// A line of a file, without its end.
#[derive(Debug)]
pub struct Line {
    /// Where it begins.
    pub origin: Origin,
    /// As in the file.
    pub bytes: Vec<u8>,
}

/// The lines of a file.
pub struct Lines {
    from: Box<dyn BufRead>,
    /// What the file is called in what is shown.
    shown: String,
    origin: Origin,
    ended: bool,
}

impl Lines {
    /// Opens `input`.
    ///
    /// # Errors
    ///
    /// A file that is not there or cannot be read.
    pub fn of(input: &Input) -> Result<Lines, Problem> {
        let (from, shown): (Box<dyn BufRead>, String) = match input {
            Input::Stdin => (Box::new(io::stdin().lock()), STDIN.to_owned()),
            Input::File(path) => {
                let shown = path.to_string_lossy().into_owned();
                let file = File::open(path).map_err(|it| cannot_read(&shown, &it))?;
                (Box::new(BufReader::with_capacity(1 << 16, file)), shown)
            }
        };
        Ok(Lines {
            from,
            shown,
            origin: Origin::default(),
            ended: false,
        })
    }

    fn read(&mut self) -> Result<Option<Line>, Problem> {
        let origin = self.origin;
        if origin.offset > MOST_IN_FILE {
            self.ended = true;
            let message = Message::fixed(
                "larger than 4 GiB: what follows is not read; split the file",
                "أكبر من 4 غيبيبايت: لا يُقرأ ما بعد هذا؛ قسّم الملف",
            );
            return Err(self.problem(message));
        }
        let mut bytes = Vec::new();
        let read = self.from.by_ref().take(MOST).read_until(b'\n', &mut bytes);
        let mut len = read.map_err(|it| self.failed(&it))?;
        let whole = bytes.last() == Some(&b'\n') || (len as u64) < MOST;
        if !whole {
            // The rest of it, unread.
            bytes = Vec::new();
            len += self.skip().map_err(|it| self.failed(&it))?;
        }
        self.origin.offset += len;
        self.origin.lines += 1;
        if !whole {
            let message = Message::new(
                format!(
                    "line {} is longer than 64 MiB and was not read",
                    origin.lines + 1
                ),
                format!("السطر {} أطول من 64 ميبيبايت ولم يُقرأ", origin.lines + 1),
            );
            return Err(self.problem(message));
        }
        if len == 0 {
            self.ended = true;
            return Ok(None);
        }
        if bytes.last() == Some(&b'\n') {
            bytes.pop();
        }
        Ok(Some(Line { origin, bytes }))
    }

    /// Reads to the end of the line; how many bytes that were.
    fn skip(&mut self) -> io::Result<usize> {
        let mut skipped = 0;
        loop {
            let buffer = self.from.fill_buf()?;
            let end = memchr::memchr(b'\n', buffer);
            let len = end.map_or(buffer.len(), |it| it + 1);
            let done = end.is_some() || len == 0;
            self.from.consume(len);
            skipped += len;
            if done {
                return Ok(skipped);
            }
        }
    }

    fn failed(&mut self, error: &io::Error) -> Problem {
        self.ended = true;
        cannot_read(&self.shown, error)
    }

    fn problem(&self, message: Message) -> Problem {
        Problem::fatal(self.shown.clone(), message)
    }
}

impl Iterator for Lines {
    type Item = Result<Line, Problem>;

    fn next(&mut self) -> Option<Result<Line, Problem>> {
        if self.ended {
            return None;
        }
        self.read().transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let mut text = b"a\n".to_vec();
        text.resize(2 + (100 << 20), b'x');
        text.extend(b"\nb");
        std::fs::write(file.path(), &text).unwrap();
        let lines = Lines::of(&Input::File(file.path().to_owned())).unwrap();
        let lines: Vec<_> = lines.collect();
        assert_eq!(lines.len(), 3);
        assert!(lines[1].as_ref().unwrap_err().message.en.contains("64 MiB"));
        let last = lines[2].as_ref().unwrap();
        let origin = Origin {
            offset: text.len() - 1,
            lines: 2,
        };
        assert_eq!((last.origin, &last.bytes[..]), (origin, &b"b"[..]));
    }
}
