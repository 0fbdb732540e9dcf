namespace Relocation.Xapi.Records;

/// <summary>A row of a database file: the columns the inventory reads, white space restored, sets and maps still as S-expressions.</summary>
internal sealed class DatabaseRecord : XapiRecord
{
    private readonly string?[] columns;
    private readonly bool checkOnly;

    /// <summary>Keeps the array.</summary>
    /// <param name="type">The table's class.</param>
    /// <param name="reference">The row's own reference.</param>
    /// <param name="place">Where the row is.</param>
    /// <param name="columns">By position of <see cref="XapiClass.Fields"/>, null where the row has no such column.</param>
    /// <param name="checkOnly">Sets and maps that only describe are checked and come out empty, for a pass that keeps nothing.</param>
    public DatabaseRecord(XapiClass type, string reference, RecordPlace place, string?[] columns, bool checkOnly = false)
        : base(type, reference, place)
    {
        this.columns = columns;
        this.checkOnly = checkOnly;
    }

    private protected override string? Scalar(string field) => columns[Type.IndexOf(field)];

    private protected override bool MayMention(string field, string key) => columns[Type.IndexOf(field)]?.Contains(key, StringComparison.Ordinal) == true;

    private protected override void ReadItems(string field, List<RecordItem> items, ItemUse use)
    {
        var text = columns[Type.IndexOf(field)];
        if (string.IsNullOrEmpty(text) || text == "()")
        {
            return;
        }

        if (!(checkOnly && use != ItemUse.Always ? SExpression.IsValid(text, asMap: use == ItemUse.Map) : SExpression.TryRead(text, items)))
        {
            throw BadItems(field);
        }

        if (items.Count > 0 && items[0].Value is not null && SecretKeys.MayContain(text))
        {
            items.RemoveAll(item => SecretKeys.Contains(item.Key));
        }
    }
}
