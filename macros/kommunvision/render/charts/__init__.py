"""Drawings that are made at build."""
