"""What the templates show: small frozen views made from the records, with every text still unescaped."""
