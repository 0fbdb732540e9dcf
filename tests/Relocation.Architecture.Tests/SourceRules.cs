using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Relocation.Architecture.Tests;

/// <summary>The rules over C# files, as functions from source to breaches (`path: what`), so that each can be shown a breach.</summary>
internal static class SourceRules
{
    private static readonly string[] VagueWords = ["Helper", "Helpers", "Manager", "Util", "Utils", "Utility", "Utilities", "Common"];

    public static IEnumerable<string> TooLong(IEnumerable<SourceFile> files, int most) =>
        from file in files where file.Lines > most select $"{file.Path}: {file.Lines} lines";

    public static IEnumerable<string> LongMethods(SourceFile file, int most) =>
        from method in Parse(file).DescendantNodes().Where(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax)
        let span = method.GetLocation().GetLineSpan()
        let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
        where lines > most
        select $"{file.Path}: {lines} lines in {NameOf(method)}";

    public static IEnumerable<string> UnsealedClasses(SourceFile file) =>
        from type in Parse(file).DescendantNodes().OfType<TypeDeclarationSyntax>()
        where type is ClassDeclarationSyntax || (type is RecordDeclarationSyntax record && !record.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword))
        where !type.Modifiers.Any(word => word.Kind() is SyntaxKind.SealedKeyword or SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.PartialKeyword)
        select $"{file.Path}: {type.Identifier.Text}";

    public static IEnumerable<string> SeveralPublicTypes(SourceFile file)
    {
        var names = TopLevelTypes(Parse(file)).Where(type => type.Modifiers.Any(SyntaxKind.PublicKeyword)).Select(type => type.Identifier.Text).ToList();
        return names.Count > 1 ? [$"{file.Path}: {string.Join(", ", names)}"] : [];
    }

    public static IEnumerable<string> VagueNames(SourceFile file) =>
        from type in Parse(file).DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        where Words(type.Identifier.Text).Any(VagueWords.Contains)
        select $"{file.Path}: {type.Identifier.Text}";

    /// <summary>Classes only: records are data, and their parameters are columns rather than dependencies.</summary>
    public static IEnumerable<string> GreedyConstructors(SourceFile file) =>
        from type in Parse(file).DescendantNodes().OfType<ClassDeclarationSyntax>()
        from list in type.Members.OfType<ConstructorDeclarationSyntax>().Select(constructor => constructor.ParameterList).Append(type.ParameterList)
        where list?.Parameters.Count > 5
        where !IsException(type)
        select $"{file.Path}: {type.Identifier.Text} takes {list.Parameters.Count}";

    /// <summary>Types that implement it, in the product or in tests, must be at least two.</summary>
    public static IEnumerable<string> LonelyInterfaces(IEnumerable<SourceFile> product, IReadOnlyCollection<SourceFile> all)
    {
        var implementations = all.SelectMany(BaseNames).GroupBy(name => name).ToDictionary(group => group.Key, group => group.Count());
        return from file in product
               from type in Parse(file).DescendantNodes().OfType<InterfaceDeclarationSyntax>()
               let count = implementations.GetValueOrDefault(type.Identifier.Text)
               where count < 2 && !IsGrain(type)
               select $"{file.Path}: {type.Identifier.Text} has {count}";
    }

    /// <summary>Orleans calls a grain through its interface: the framework's proxy is the second implementation.</summary>
    private static bool IsGrain(InterfaceDeclarationSyntax type) =>
        type.BaseList?.Types.Any(item => item.Type.ToString().StartsWith("IGrainWith", StringComparison.Ordinal)) == true;

    private static bool IsException(ClassDeclarationSyntax type) => type.Identifier.Text.EndsWith("Exception", StringComparison.Ordinal);

    private static IEnumerable<string> BaseNames(SourceFile file) =>
        from type in Parse(file).DescendantNodes().OfType<TypeDeclarationSyntax>()
        where type is not InterfaceDeclarationSyntax && type.BaseList is not null
        from item in type.BaseList!.Types
        select item.Type switch
        {
            GenericNameSyntax generic => generic.Identifier.Text,
            QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
            _ => item.Type.ToString(),
        };

    private static IEnumerable<BaseTypeDeclarationSyntax> TopLevelTypes(SyntaxNode root) =>
        root.DescendantNodes(node => node is not BaseTypeDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>();

    private static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var index = 1; index <= name.Length; index++)
        {
            if (index == name.Length || char.IsUpper(name[index]))
            {
                yield return name[start..index];
                start = index;
            }
        }
    }

    private static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        _ => node.Kind().ToString(),
    };

    private static SyntaxNode Parse(SourceFile file) => CSharpSyntaxTree.ParseText(file.Text, path: file.Path).GetRoot();
}
