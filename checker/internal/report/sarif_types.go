package report

// The objects of SARIF 2.1.0 that the two profiles write, with the names of the
// standard; each member is there because a reader of one of them uses it. A
// member without a value is left out, never null: readers take the standard's
// default for it.
type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool               sarifTool                        `json:"tool"`
	Language           string                           `json:"language"`
	AutomationDetails  sarifAutomation                  `json:"automationDetails"`
	Invocations        []sarifInvocation                `json:"invocations"`
	OriginalURIBaseIDs map[string]sarifArtifactLocation `json:"originalUriBaseIds"`
	Artifacts          []sarifArtifact                  `json:"artifacts,omitempty"`
	Translations       []sarifComponent                 `json:"translations,omitempty"`
	ColumnKind         string                           `json:"columnKind"`
	Results            []sarifResult                    `json:"results"`
	Properties         sarifBag                         `json:"properties,omitempty"`
}

// sarifBag is a property bag.
type sarifBag map[string]any

type sarifTool struct {
	Driver     sarifComponent   `json:"driver"`
	Extensions []sarifComponent `json:"extensions,omitempty"`
}

// sarifComponent is the checker, a folder of policies, or the translation of
// one of the two.
type sarifComponent struct {
	Name                string               `json:"name"`
	Version             string               `json:"version,omitempty"`
	InformationURI      string               `json:"informationUri,omitempty"`
	Language            string               `json:"language,omitempty"`
	Contents            []string             `json:"contents,omitempty"`
	TranslationMetadata *sarifTranslation    `json:"translationMetadata,omitempty"`
	AssociatedComponent *sarifComponentRef   `json:"associatedComponent,omitempty"`
	Rules               []sarifDescriptor    `json:"rules,omitzero"`
	Notifications       []sarifDescriptor    `json:"notifications,omitempty"`
	GlobalMessages      map[string]sarifText `json:"globalMessageStrings,omitempty"`
	Properties          sarifBag             `json:"properties,omitempty"`
}

type sarifTranslation struct {
	Name string `json:"name"`
}

type sarifComponentRef struct {
	Name  string `json:"name"`
	Index *int   `json:"index,omitempty"`
}

type sarifDescriptor struct {
	ID                   string               `json:"id"`
	Name                 string               `json:"name,omitempty"`
	ShortDescription     *sarifText           `json:"shortDescription,omitempty"`
	FullDescription      *sarifText           `json:"fullDescription,omitempty"`
	MessageStrings       map[string]sarifText `json:"messageStrings,omitempty"`
	DefaultConfiguration *sarifConfiguration  `json:"defaultConfiguration,omitempty"`
	HelpURI              string               `json:"helpUri,omitempty"`
	Help                 *sarifText           `json:"help,omitempty"`
	Properties           sarifBag             `json:"properties,omitempty"`
}

type sarifConfiguration struct {
	Level string `json:"level"`
}

// sarifText is a message, or a string in two forms.
type sarifText struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
	ID       string `json:"id,omitempty"`
}

type sarifAutomation struct {
	ID string `json:"id"`
}

type sarifInvocation struct {
	ExecutionSuccessful bool                `json:"executionSuccessful"`
	Notifications       []sarifNotification `json:"toolExecutionNotifications,omitempty"`
}

type sarifNotification struct {
	Descriptor sarifDescriptorRef `json:"descriptor"`
	Level      string             `json:"level"`
	Message    sarifText          `json:"message"`
	Locations  []sarifLocation    `json:"locations,omitempty"`
}

type sarifDescriptorRef struct {
	ID            string             `json:"id,omitempty"`
	Index         int                `json:"index"`
	ToolComponent *sarifComponentRef `json:"toolComponent,omitempty"`
}

type sarifArtifact struct {
	Location    *sarifArtifactLocation `json:"location,omitempty"`
	Description *sarifText             `json:"description,omitempty"`
	Roles       []string               `json:"roles,omitempty"`
	MimeType    string                 `json:"mimeType,omitempty"`
	Hashes      map[string]string      `json:"hashes,omitempty"`
	Properties  sarifBag               `json:"properties,omitempty"`
}

type sarifArtifactLocation struct {
	URI         string     `json:"uri,omitempty"`
	URIBaseID   string     `json:"uriBaseId,omitempty"`
	Index       *int       `json:"index,omitempty"`
	Description *sarifText `json:"description,omitempty"`
}

type sarifLocation struct {
	ID       *int          `json:"id,omitempty"`
	Physical sarifPhysical `json:"physicalLocation"`
	Message  *sarifText    `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifactLocation `json:"artifactLocation"`
	Region   *sarifRegion          `json:"region,omitempty"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

type sarifResult struct {
	RuleID              string              `json:"ruleId"`
	RuleIndex           *int                `json:"ruleIndex,omitempty"`
	Rule                *sarifDescriptorRef `json:"rule,omitempty"`
	Kind                string              `json:"kind,omitempty"`
	Level               string              `json:"level"`
	Message             sarifText           `json:"message"`
	Locations           []sarifLocation     `json:"locations,omitempty"`
	RelatedLocations    []sarifLocation     `json:"relatedLocations,omitempty"`
	PartialFingerprints map[string]string   `json:"partialFingerprints,omitempty"`
	BaselineState       string              `json:"baselineState,omitempty"`
	Suppressions        *[]sarifSuppression `json:"suppressions,omitempty"`
	Properties          sarifBag            `json:"properties,omitempty"`
}

type sarifSuppression struct {
	Kind          string   `json:"kind"`
	Status        string   `json:"status"`
	Justification string   `json:"justification,omitempty"`
	Properties    sarifBag `json:"properties,omitempty"`
}
