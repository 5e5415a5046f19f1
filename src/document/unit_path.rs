//! The keys that lead to a message, as its unit: `menu.items.0`.

/// A path of keys, which follows the nesting of a file.
#[derive(Debug, Default)]
pub(super) struct UnitPath {
    path: String,
    /// How long it was before each key.
    lengths: Vec<usize>,
}

/// The most bytes that are shown: keys of a hostile file may be long, and it may have many.
const MOST: usize = 300;

impl UnitPath {
    /// Goes to what `key` leads to.
    pub(super) fn push(&mut self, key: &str) {
        self.lengths.push(self.path.len());
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.push_str(key);
    }

    /// Goes back.
    pub(super) fn pop(&mut self) {
        self.path.truncate(self.lengths.pop().unwrap_or(0));
    }

    /// The path, the beginning left out where it is long; `None` at the top.
    pub(super) fn shown(&self) -> Option<String> {
        let path = &self.path;
        if path.is_empty() {
            return None;
        }
        if path.len() <= MOST {
            return Some(path.clone());
        }
        let start = (path.len() - MOST..path.len()).find(|it| path.is_char_boundary(*it));
        Some(format!("…{}", &path[start.unwrap_or(path.len())..]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_follows_the_nesting() {
        let mut path = UnitPath::default();
        assert_eq!(path.shown(), None);
        path.push("a");
        path.push("0");
        assert_eq!(path.shown().unwrap(), "a.0");
        path.pop();
        path.push(&"ب".repeat(200));
        let shown = path.shown().unwrap();
        assert!(shown.starts_with('…') && shown.len() <= MOST + 3);
        path.pop();
        assert_eq!(path.shown().unwrap(), "a");
    }
}
