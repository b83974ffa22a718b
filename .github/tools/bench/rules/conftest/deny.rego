# METADATA
# title: What conftest asks for
package main

import data.compare

deny contains message if some message in compare.found
