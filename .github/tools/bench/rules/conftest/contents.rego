# Conftest hands over all files in one list, each with its path.
package compare

contents := [file.contents | some file in input]
