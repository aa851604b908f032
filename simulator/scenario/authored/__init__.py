"""The file as its author writes it: models of every entry, validation, JSON Schema, migration between formats."""
