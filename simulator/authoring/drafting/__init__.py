"""Work on scenario files as text: a first draft, quotes where they belong, ids renamed, older formats brought up."""
