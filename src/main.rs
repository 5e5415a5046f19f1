//! The program `fasih`.

fn main() {}
