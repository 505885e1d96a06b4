"""How long builds take, beside those of others; run by ``make bench``, never by the tests."""
