using Relocation.Simulator.Schema;
using Relocation.Simulator.Values;

namespace Relocation.Simulator.Tests.Schema;

public sealed class XapiSchemaTests
{
    private static XapiSchema Schema => XapiSchema.Current;

    [Fact]
    public void Current_HoldsEveryClassAndMessage()
    {
        Assert.Equal(73, Schema.Classes.Count);
        Assert.Equal(2258, Schema.Messages.Count);
        Assert.Equal(["vdi"], Schema.FindError("VDI_NOT_IN_MAP"));
    }

    [Fact]
    public void Message_IsFoundByItsAlias() => Assert.Same(Schema.FindMessage("VM_metrics.get_record"), Schema.FindMessage("VM_metrics_get_record"));

    [Fact]
    public void MigrateSend_HasDefaultsAtItsEnd()
    {
        var message = Schema.FindMessage("VM.migrate_send")!;
        Assert.Equal(["vm", "dest", "live", "vdi_map", "vif_map", "options", "vgpu_map", "vdi_format_map"], message.Parameters.Select(item => item.Name));
        Assert.Equal(6, message.RequiredParameters);
        Assert.Equal(XapiMap.Empty, message.Parameters[^1].Default);
    }

    [Fact]
    public void Relations_KnowBothSides()
    {
        Assert.Equal(RelationKind.ManyToOne, Schema.Class("VBD").Field("VM").Relation!.Kind);
        Assert.Equal(new XapiRelation("VBD", "VM", RelationKind.OneToMany), Schema.Class("VM").Field("VBDs").Relation);
        Assert.Equal(RelationKind.ManyToMany, Schema.Class("VM").Field("groups").Relation!.Kind);
        Assert.Null(Schema.Class("subject").Field("roles").Relation);
    }

    [Theory]
    [InlineData("VM", "name_label", "name__label")]
    [InlineData("VM", "snapshot_info", "snapshot_info")]
    [InlineData("SR", "physical_size", "physical_size")]
    public void Field_KnowsItsColumn(string type, string field, string column) => Assert.Equal(column, Schema.Class(type).Field(field).Column);

    [Fact]
    public void EnumField_StartsAsTheFirstWord() => Assert.Equal((XapiValue)"pending", Schema.Class("task").Field("status").Default);
}
