"""Money as people read it: the overview of status, tables, trees, documents; amounts in €."""
