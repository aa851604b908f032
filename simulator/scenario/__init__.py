"""The authored thing: models, YAML reading, conditions, catalogues as values, JSON Schema, format migration."""
