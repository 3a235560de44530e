namespace Artemis.Protocol.Generator.Diagnostics;

/// <summary>
/// The one table of diagnostics: 1xxx syntax, 2xxx names, ids and bits, 3xxx types, ranges and quantities, 4xxx sizes, 5xxx versions.
/// </summary>
public static class Rules
{
    // ---- 1xxx: syntax

    public static readonly Rule UnexpectedCharacter = new(
        "ART1001", "Unexpected character", "unexpected {0}", "remove it; names are ASCII letters, digits and '_'");

    public static readonly Rule TextNotClosed = new(
        "ART1002", "Text is not closed", "the text is not closed", "end it with '\"' on the same line");

    public static readonly Rule UnknownEscape = new(
        "ART1003", "Unknown escape", "'{0}' means nothing in a text", "known are '\\\\', '\\\"', '\\n' and '\\t'");

    public static readonly Rule MalformedNumber = new(
        "ART1004", "Malformed number", "'{0}' is not a number", "write for instance 10, 0xff, 0.5, 1e6 or 65_536");

    public static readonly Rule Expected = new(
        "ART1005", "Something else was expected", "expected {0}, found {1}", "{2}");

    public static readonly Rule ExpectedDeclaration = new(
        "ART1006", "Not a declaration", "expected a declaration, found {0}", "{1}");

    public static readonly Rule StrayDocumentation = new(
        "ART1007",
        "Documentation of nothing",
        "this documents nothing",
        "put '///' right before a declaration or member, or make it a '//' comment",
        SchemaSeverity.Warning);

    public static readonly Rule TooDeep = new(
        "ART1008", "Too deeply nested", "this is too long or too deeply nested", "make it simpler");

    public static readonly Rule NotClosed = new(
        "ART1009", "Brace is not closed", "the '{{' of {0} is not closed", "add '}}' here; it was opened in line {1}");

    public static readonly Rule ProtocolNotFirst = new(
        "ART1010", "Protocol is not first", "'protocol' begins a file and comes once", "move it to the top, or remove it");

    public static readonly Rule RepeatedClause = new(
        "ART1011", "Clause is repeated", "'{0}' was given already", "remove one of them");

    // ---- 2xxx: names, ids, bits

    public static readonly Rule DuplicateName = new(
        "ART2001", "Name is taken", "'{0}' is declared already", "rename one of them; the other is at {1}");

    public static readonly Rule DuplicateId = new(
        "ART2002", "Id is taken", "{0} {1} is used by '{2}' already", "give '{3}' an id of its own; {4}");

    public static readonly Rule DuplicateBit = new(
        "ART2003", "Bit is taken", "bit {0} is used by '{1}' already", "give '{2}' a bit of its own; {3}");

    public static readonly Rule IdOutOfRange = new(
        "ART2004", "Id is out of range", "{0} {1} is out of range", "choose a whole number from {2} to {3}");

    public static readonly Rule BitOutsideMask = new(
        "ART2005",
        "Bit is outside the mask",
        "bit {0} is outside the mask of '{1}'",
        "'mask {2}' has bits 0 to {3}; before publication the mask can be made wider");

    public static readonly Rule ReservedBit = new(
        "ART2006", "Bit is reserved", "bit {0} is reserved", "give '{1}' another bit; {2}");

    public static readonly Rule MaskWidth = new(
        "ART2007", "Mask width is out of range", "a mask cannot be {0} bytes wide", "choose 1 to 8 bytes, with room for eight fields each");

    public static readonly Rule UnknownName = new(
        "ART2008", "Unknown name", "there is no {0} '{1}'", "{2}");

    public static readonly Rule UnknownViewField = new(
        "ART2009", "View names a missing field", "view '{0}' names '{1}', which is not a field of '{2}'", "{3}");

    public static readonly Rule RepeatedName = new(
        "ART2010", "Named twice", "'{0}' is named twice", "remove one of them");

    public static readonly Rule DuplicateEnumValue = new(
        "ART2011", "Value is taken", "{0} is the value of '{1}' already", "give '{2}' a value of its own");

    public static readonly Rule EnumValueOutOfRange = new(
        "ART2012", "Value is out of range", "{0} does not fit {1}", "choose a value from {2} to {3}, or a wider type");

    public static readonly Rule FlagIsNotOneBit = new(
        "ART2013", "Flag is not one bit", "{0} is not a single bit", "give each member of flags one bit: 1, 2, 4, 8 and so on");

    public static readonly Rule NameStyle = new(
        "ART2014", "Name style", "'{0}' should be written in {1}", "write '{2}'", SchemaSeverity.Warning);

    public static readonly Rule NamesCollide = new(
        "ART2015",
        "Names become equal",
        "'{0}' and '{1}' become the same name in generated code",
        "rename one of them; the other is at {2}");

    public static readonly Rule SendersOfTwoEnums = new(
        "ART2016", "Senders of two enums", "'{0}' is not a member of '{1}'", "name members of one enum after 'by'");

    public static readonly Rule UnknownSetting = new(
        "ART2017", "Unknown setting", "there is no setting '{0}'", "known are 'magic', 'frameLimit' and 'namespace csharp'");

    public static readonly Rule SettingValue = new(
        "ART2018", "Unusable setting", "{0} cannot be {1}", "{2}");

    public static readonly Rule ImportNotFound = new(
        "ART2019", "Import is not found", "there is no file '{0}'", "an import is relative to the file that it stands in, with '/' between folders; in a C# project it must be among the AdditionalFiles");

    public static readonly Rule ImportOfRoot = new(
        "ART2020", "Import of another protocol", "'{0}' is a protocol of its own", "move what both share into a file without 'protocol'");

    public static readonly Rule NotARoot = new(
        "ART2021", "No protocol", "this file does not begin with 'protocol'", "begin it with 'protocol Name 1.0', or compile the file that imports it");

    public static readonly Rule BuiltInName = new(
        "ART2022", "Name is built in", "'{0}' is a type of the language", "choose another name");

    public static readonly Rule NotImported = new(
        "ART2023", "File of no protocol", "no protocol imports this file", "import it, or take it out of the project", SchemaSeverity.Warning);

    public static readonly Rule NamespaceTaken = new(
        "ART2024", "Namespace of another protocol", "the protocol '{0}' of this project has the namespace '{1}' too", "give one of them another: namespace csharp \"{1}.Second\"");

    // ---- 3xxx: types, ranges, quantities

    public static readonly Rule TypeNotHere = new(
        "ART3001", "Type cannot stand here", "{0} cannot stand in {1}", "{2}");

    public static readonly Rule OptionalNotHere = new(
        "ART3002", "Optional cannot stand here", "'{0}' cannot be optional", "{1}");

    public static readonly Rule ListOfLists = new(
        "ART3003", "List of lists", "a list cannot hold lists", "put the inner list into a struct or record");

    public static readonly Rule BoundOutOfRange = new(
        "ART3004", "Bound is out of range", "{0} cannot be a bound", "choose a whole number from {1} to 65535");

    public static readonly Rule BoundsReversed = new(
        "ART3005", "Bounds are reversed", "the lower bound {0} is above the upper bound {1}", "write '{1}..{0}'");

    public static readonly Rule NoUpperBound = new(
        "ART3006", "No upper bound", "{0} needs an upper bound", "{1}");

    public static readonly Rule EmptyRange = new(
        "ART3007", "Range is empty", "the range from {0} to {1} is empty", "write the smaller number first, then the larger");

    public static readonly Rule BadStep = new(
        "ART3008", "Step is not positive", "a step cannot be {0}", "choose a number above 0");

    public static readonly Rule RangeOutsideType = new(
        "ART3009", "Range is outside the type", "the range from {0} to {1} does not fit {2}", "{2} holds {3} to {4}");

    public static readonly Rule NoWire = new(
        "ART3010", "No wire form", "a range or step of {0} needs a form on the wire", "add for instance 'as u16'");

    public static readonly Rule CodesDoNotFit = new(
        "ART3011", "Codes do not fit the wire", "codes from {0} to {1} do not fit {2}", "make the step larger, the range smaller or the wire wider");

    public static readonly Rule RangeOffGrid = new(
        "ART3012", "Range is off the grid", "{0} is not a whole number of steps from {1}", "choose {2} or {3}, or another step");

    public static readonly Rule StepNotPowerOfTwo = new(
        "ART3013", "Step is not a power of two", "with 'as f32' a step cannot be {0}", "choose a power of two such as 1/16, so that values are exact");

    public static readonly Rule NotExactInF32 = new(
        "ART3014", "Values are not exact", "steps of {0} up to {1} are not exact in f32", "an f32 holds 24 bits: make the step larger or the range smaller");

    public static readonly Rule BadWrap = new(
        "ART3015", "Unusable 'wraps'", "'wraps' needs {0}", "write for instance 'f32 in 0..2π wraps as u16'");

    public static readonly Rule ClauseNotHere = new(
        "ART3016", "Clause cannot stand here", "'{0}' cannot follow {1}", "{2}");

    public static readonly Rule ContainsItself = new(
        "ART3017", "Type contains itself", "'{0}' contains itself", "refer to the other by an id instead");

    public static readonly Rule BadWire = new(
        "ART3018", "Unusable wire form", "{0} cannot be a wire form here", "{1}");

    public static readonly Rule NotWhole = new(
        "ART3019", "Not a whole number", "{0} is not a whole number", "whole numbers are needed here");

    public static readonly Rule BadArithmetic = new(
        "ART3020", "Cannot be computed", "{0}", "correct the expression");

    public static readonly Rule NotANumber = new(
        "ART3021", "Not a number", "{0} is a text, not a number", "numbers are needed here");

    public static readonly Rule ConstantCycle = new(
        "ART3022", "Constant depends on itself", "'{0}' depends on itself", "give one of the constants a number");

    public static readonly Rule StreamPlacement = new(
        "ART3023", "Stream is misplaced", "{0}", "{1}");

    // ---- 4xxx: sizes

    public static readonly Rule PacketTooLarge = new(
        "ART4001", "Packet over the frame limit", "'{0}' can grow to {1} bytes, over the frame limit of {2}", "make its bounds smaller or 'frameLimit' larger");

    public static readonly Rule EntryTooLarge = new(
        "ART4002", "Entry over the frame limit", "'{0}' can grow to {1} bytes, more than the {2} that '{3}' has room for", "make its bounds smaller or 'frameLimit' larger");

    public static readonly Rule EventTooLarge = new(
        "ART4003", "Event over 65,535 bytes", "'{0}' can grow to {1} bytes, and an event's length has 16 bits", "make its bounds smaller");

    // ---- 5xxx: versions

    public static readonly Rule MalformedVersion = new(
        "ART5001", "Malformed version", "'{0}' is not a version", "write 'major.minor', such as 1.0");

    public static readonly Rule SinceTheFuture = new(
        "ART5002", "Since a later version", "'since {0}' is later than the protocol's version {1}", "raise the protocol's version to {0}, or correct this one");

    public static readonly Rule SinceOutOfOrder = new(
        "ART5003", "Newer field before older", "'{0}' is older than '{1}' before it", "in {2} newer fields come last, so that older peers can stop before them");

    public static readonly Rule SinceNotHere = new(
        "ART5004", "Since cannot stand here", "{0} cannot grow", "{1}");

    public static readonly Rule SinceBeforeOwner = new(
        "ART5005", "Older than its owner", "'{0}' cannot be older than '{1}', which is there since {2}", "remove 'since', or make it {2} or later");

    public static readonly Rule NewerMustBeOptional = new(
        "ART5006", "Newer key must be optional", "'{0}' is newer than the protocol's first version and required", "write '{0}?', since older peers do not send it");

    /// <summary>Every rule, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. typeof(Rules).GetFields().Select(field => field.GetValue(null)).OfType<Rule>().OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];
}
