"""A whole kommun as one tagged document; the only package that meets WeasyPrint."""

from kommunvision.document.book import Book
from kommunvision.document.printing import print_book

__all__ = ["Book", "print_book"]
