"""What is wrong with an installation; each check is a function of plain values.

Nothing is imported here: one part of it must work where what the engine needs is missing.
"""
