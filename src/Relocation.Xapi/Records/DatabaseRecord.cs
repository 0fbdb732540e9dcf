namespace Relocation.Xapi.Records;

/// <summary>A row of a database file: the columns the inventory reads, white space restored, sets and maps still as S-expressions.</summary>
internal sealed class DatabaseRecord : XapiRecord
{
    private readonly string?[] columns;

    /// <summary>Keeps the array: by position of <see cref="XapiClass.Fields"/>, null where the row has no such column.</summary>
    public DatabaseRecord(XapiClass type, string reference, RecordPlace place, string?[] columns)
        : base(type, reference, place) => this.columns = columns;

    private protected override string? Scalar(string field) => columns[Type.IndexOf(field)];

    private protected override IReadOnlyList<RecordItem> Items(string field)
    {
        var text = columns[Type.IndexOf(field)];
        if (string.IsNullOrEmpty(text) || text == "()")
        {
            return [];
        }

        var items = new List<RecordItem>();
        return SExpression.TryRead(text, items) ? items : throw BadItems(field);
    }
}
