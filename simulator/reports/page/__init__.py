"""A debrief as one page for a busy reader and the detail after it: headings, words, tables, charts, as values.

HTML, PDF and Markdown all write these values, so that none of them says what another does not.
"""
