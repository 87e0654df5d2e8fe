using System.Text;
using System.Text.Json.Nodes;
using KerasSharp.Formats.KerasConfig;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.KerasConfig;

/// <summary>YAML of to_yaml: the goldens, and what must be refused.</summary>
public sealed class YamlConfigTests
{
    public static IEnumerable<TestCaseData> Cases => GoldenFamily.TestCases("files", "yaml");

    [TestCaseSource(nameof(Cases))]
    public void MeansTheJson(GoldenCase golden)
    {
        var means = JsonNode.Parse(golden.Json.GetProperty("means").GetRawText());
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(YamlConfig.ToJson(ConfigCases.Text(golden))), means), Is.True);
    }

    [TestCaseSource(nameof(Cases))]
    public void Damaged(GoldenCase golden)
    {
        var file = Encoding.UTF8.GetBytes(ConfigCases.Text(golden));
        foreach (var damaged in Damage.Truncations(file).Concat(Damage.Mutants(file, Damage.MutantCount / 4)))
            Damage.IsRefused<FileFormatException>(
                () => ModelConfig.ToKeras3(YamlConfig.ToJson(Encoding.UTF8.GetString(damaged))),
                Encoding.UTF8.GetString(damaged)
            );
    }

    [TestCase("a: !!python/object/apply:os.system ['true']", "python/object/apply")]
    [TestCase("a: !mine 1", "!mine")]
    [TestCase("a: *b", "*b")]
    [TestCase("a: 1\na: 2", "twice")]
    [TestCase("--- 1\n--- 2", "second document")]
    public void Refused(string yaml, string mentions) =>
        Assert.That(
            () => YamlConfig.ToJson(yaml, "model.yaml"),
            Throws.TypeOf<FileFormatException>().With.Message.Contains(mentions).And.Message.Contains("model.yaml")
        );

    [Test]
    public void DeepNestingIsRefused() =>
        Assert.That(() => YamlConfig.ToJson(new string('[', 10_000)), Throws.TypeOf<FileFormatException>());

    [Test]
    public void AliasesThatMultiplyAreRefused()
    {
        var yaml = new StringBuilder("a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n");
        for (int i = 1; i < 12; i++)
            yaml.Append($"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        Assert.That(() => YamlConfig.ToJson(yaml.ToString()), Throws.TypeOf<FileFormatException>().With.Message.Contains("values"));
    }

    [Test]
    public void Scalars() =>
        Assert.That(
            YamlConfig.ToJson("{a: yes, b: 'yes', c: 1.5e-3, d: 1e3, e: ~, f: .inf, g: -7, h: &x [1], i: *x}"),
            Is.EqualTo("""{"a":true,"b":"yes","c":0.0015,"d":"1e3","e":null,"f":Infinity,"g":-7,"h":[1],"i":[1]}""")
        );
}
