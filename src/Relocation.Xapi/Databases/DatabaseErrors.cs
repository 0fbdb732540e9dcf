using System.Xml;
using Relocation.Core.Inventory;
using Relocation.Xapi.Records;

namespace Relocation.Xapi.Databases;

/// <summary>The errors of a database file: each with a stable code, its place, and what to do.</summary>
internal static class DatabaseErrors
{
    private const string TakeAnew = "Take the dump anew with `xe pool-dump-database` and copy it in binary mode.";

    public static InventoryFormatException At(RecordPlace place, string code, string what, Exception? inner = null) =>
        new(code, place.Source, place.Line, place.Column, $"{place}: {what}", inner);

    /// <summary>What an error of the XML parser means for the person who gave the file.</summary>
    /// <param name="error">The parser's error.</param>
    /// <param name="reached">Where the parser stands, for the errors that have no place of their own.</param>
    /// <param name="insideDatabase">Whether the root element was a database.</param>
    public static InventoryFormatException OfXml(XmlException error, RecordPlace reached, bool insideDatabase)
    {
        var place = error.LineNumber > 0 ? new RecordPlace(reached.Source, error.LineNumber, error.LinePosition) : reached;
        return error.Message switch
        {
            var text when Says(text, "DTD") => At(place, "dtd",
                "the file declares a document type, which no pool database does and which can make a reader fetch or expand things. Remove the declaration, or take the dump anew.", error),
            var text when Says(text, "Root element is missing") => At(place, "empty", $"there is nothing in the file. {TakeAnew}", error),
            var text when Says(text, "end of file") || Says(text, "unclosed") => At(place, "truncated", $"the file ends before the database does. {TakeAnew}", error),
            _ when !insideDatabase => At(place, "not-xml", $"this is not XML. Choose a file written by `xe pool-dump-database`. ({error.Message})", error),
            _ => At(place, "malformed", $"the XML is damaged here. {TakeAnew} ({error.Message})", error),
        };
    }

    public static InventoryFormatException InvalidBytes(RecordPlace reached, Exception error) =>
        At(reached, "encoding", $"soon after this place there are bytes that are not UTF-8, as every pool database is. {TakeAnew}", error);

    public static InventoryFormatException NotADatabase(RecordPlace place, string root) => At(place, "not-a-database",
        $"this is XML, but its root is '{Shorten(root)}' and not 'database'. Choose a file written by `xe pool-dump-database`.");

    public static InventoryFormatException Structure(RecordPlace place, string what) => At(place, "structure", $"{what} A pool database holds tables of rows and nothing else. {TakeAnew}");

    public static InventoryFormatException TooDeep(RecordPlace place) => At(place, "too-deep",
        "elements are nested deeper than in any pool database. Choose a file written by `xe pool-dump-database`.");

    public static InventoryFormatException TooLarge(RecordPlace place, string what) => At(place, "too-large", $"{what} That is more than any pool needs. {TakeAnew}");

    public static InventoryFormatException Encoding(string source, string what) => At(new RecordPlace(source, 1, 1), "encoding",
        $"{what}; a pool database is UTF-8. Save it as UTF-8 without changing its text, or take the dump anew.");

    public static InventoryFormatException DuplicateReference(RecordPlace place, string reference, RecordPlace first) => At(place, "duplicate-ref",
        $"the reference {Shorten(reference)} was already given to the row at line {first.Line}, column {first.Column}. {TakeAnew}");

    public static InventoryFormatException DuplicateUuid(RecordPlace place, XapiClass type, string uuid, RecordPlace first) => At(place, "duplicate-uuid",
        $"{type.Name} {Shorten(uuid)} has the uuid of another {type.Name}, at line {first.Line}, column {first.Column}. Objects are told apart by uuid: mend the pool or the file first.");

    public static InventoryFormatException MissingUuid(RecordPlace place, XapiClass type) =>
        At(place, "missing-uuid", $"a row of table {type.Name} has no uuid, or one that is much too long. {TakeAnew}");

    public static InventoryFormatException Pools(RecordPlace place, int count) => count == 0
        ? At(place, "no-pool", $"the database has no pool row, so nothing tells which pool this is. {TakeAnew}")
        : At(place, "several-pools", $"the database has more than one pool row; one file describes one pool. {TakeAnew}");

    public static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "...");

    private static bool Says(string message, string words) => message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
