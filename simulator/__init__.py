"""The de-escalation training simulator. `simulator/README.md` is the map of these packages."""
