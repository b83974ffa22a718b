package policy

// Unresolved lists what compiled policies refer to and nothing defines.
var Unresolved = unresolved
