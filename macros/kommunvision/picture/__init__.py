"""Pictures as files: how large they are, and those that the engine draws itself."""
