"""All Swedish in the engine, as tables: keys, macros, messages, labels, formats."""
