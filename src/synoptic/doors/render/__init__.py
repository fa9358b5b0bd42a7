"""How an analysis is shown: JSON by the contract, one HTML page, Markdown, a terminal. Records in, text out."""
