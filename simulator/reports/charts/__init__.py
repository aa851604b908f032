"""Charts of a debrief as SVG, drawn once and styled by the page they stand on, each with its words."""
