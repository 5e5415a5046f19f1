//! Reads the doc comment of a rule: its summary and its examples.

/// The first line: what the rule finds.
pub fn summary(docs: &str) -> &str {
    docs.lines().next().unwrap_or_default().trim()
}

/// The fenced blocks whose info string is `ar`, or `en` for an English target: marked text that the rule
/// must find so.
pub fn examples(docs: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut open: Option<String> = None;
    for line in docs.lines().map(|it| it.strip_prefix(' ').unwrap_or(it)) {
        match (&mut open, line.trim()) {
            (None, "```ar" | "```en") => open = Some(String::new()),
            (Some(_), "```") => {
                let block = open.take().unwrap_or_default();
                blocks.push(block.trim_end_matches('\n').to_owned());
            }
            (Some(block), _) => {
                block.push_str(line);
                block.push('\n');
            }
            _ => {}
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_are_the_fenced_arabic() {
        let docs =
            " What.\n\n ## Examples\n\n ```ar\n قال {x|y}.\n ثم.\n ```\n\n ```text\n z\n ```\n";
        assert_eq!(summary(docs), "What.");
        assert_eq!(examples(docs), ["قال {x|y}.\nثم."]);
    }
}
