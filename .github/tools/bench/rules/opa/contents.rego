# The files that opa eval was handed, each under a name of its own.
package compare

contents := [content | some content in data.corpus]
