//! The JSON Schemas that editors read are those of the types, and the shipped glossaries obey them.

use fasih::{bundled, config, glossary, keeping};

/// Compares a file of the tree with what it is generated from; `UPDATE=1` writes it.
#[track_caller]
fn is_current(path: &str, generated: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, generated).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == generated,
        "{} is not what the types say: run `UPDATE=1 cargo test --test schemas`",
        path.display()
    );
}

#[test]
fn the_schemas_in_the_tree_are_those_of_the_types() {
    is_current("glossaries/schema.json", &glossary::json_schema());
    is_current("docs/fasih.schema.json", &config::json_schema());
    is_current("docs/review.schema.json", &keeping::json_schema());
}

#[test]
fn the_shipped_glossaries_obey_the_schema() {
    let schema: serde_json::Value = serde_json::from_str(&glossary::json_schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (path, yaml) in bundled::files() {
        let value: serde_json::Value = serde_saphyr::from_str(yaml).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|it| format!("{path}: {}: {it}", it.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}", errors.join("\n"));
    }
}

#[test]
fn the_schema_refuses_what_the_loader_refuses() {
    let schema: serde_json::Value = serde_json::from_str(&glossary::json_schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let wrong = serde_json::json!({"title": "x", "entries": [{"id": "a", "arr": "b"}]});
    assert!(!validator.is_valid(&wrong));
}
