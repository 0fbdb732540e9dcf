using System.Collections;
using Relocation.Core.Inventory;
using Relocation.Core.Waves;
using Relocation.Engine.Runs;

namespace Relocation.Data.Tests.Records;

/// <summary>The generator itself must leave no field at its default, else a forgotten field would pass unseen.</summary>
public sealed class RandomRecordTests
{
    public static TheoryData<Type> Records =>
        [.. typeof(InventoryObject).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(InventoryObject))), typeof(RelocationPlan), typeof(RunRecord), typeof(MoveRecord)];

    [Theory]
    [MemberData(nameof(Records))]
    public void Of_AnyRecord_LeavesNoFieldAtItsDefault(Type type)
    {
        var record = new RandomRecord(7).Of(type);

        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null))
        {
            var value = property.GetValue(record);
            Assert.NotNull(value);
            Assert.False(value is string { Length: 0 } or false or ICollection { Count: 0 } || (value is ValueType && value.Equals(Activator.CreateInstance(value.GetType()))), property.Name);
        }
    }

    [Fact]
    public void DeepText_OneLeafDeepInside_Differs()
    {
        var plan = new RandomRecord(3).Of<RelocationPlan>();
        var other = plan with { Link = plan.Link with { Mtu = plan.Link.Mtu - 1 } };

        Assert.NotEqual(DeepText.Of(plan), DeepText.Of(other));
    }
}
