using System.Text;
using System.Text.Json.Nodes;
using KerasSharp.Formats.KerasConfig;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.KerasConfig;

/// <summary>Configs of all generations in Keras 3's form.</summary>
public sealed class ModelConfigTests
{
    public static IEnumerable<TestCaseData> Cases => GoldenFamily.TestCases("files", "json");

    [TestCaseSource(nameof(Cases))]
    public void ConvertedTwiceIsConvertedOnce(GoldenCase golden)
    {
        var once = ModelConfig.ToKeras3(ConfigCases.Text(golden));
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(ModelConfig.ToKeras3(once)), JsonNode.Parse(once)), Is.True);
    }

    [TestCaseSource(nameof(Cases))]
    public void Damaged(GoldenCase golden)
    {
        var file = Encoding.UTF8.GetBytes(ConfigCases.Text(golden));
        foreach (var damaged in Damage.Truncations(file, 16).Concat(Damage.Mutants(file, Math.Max(1, Damage.MutantCount / 30))))
        {
            var text = Encoding.UTF8.GetString(damaged);
            Damage.IsRefused<FileFormatException>(() => ModelConfig.ToKeras3(text), text);
        }
    }

    [TestCase("""{"class_name": "Sequential", "config": []}""", "sequential without layers", ExpectedResult = 0)]
    [TestCase(
        """{"class_name": "Sequential", "config": [{"class_name": "Dense", "config": {"name": "d", "output_dim": 2, "batch_input_shape": [null, 3]}}]}""",
        "list",
        ExpectedResult = 2
    )]
    public int SequentialOfOld(string json, string what) =>
        JsonNode.Parse(ModelConfig.ToKeras3(json))!["config"]!["layers"]!.AsArray().Count;

    [TestCase("Dense", "output_dim", "units", "1", "1")]
    [TestCase("Dense", "bias", "use_bias", "true", "true")]
    [TestCase("Convolution2D", "dim_ordering", "data_format", "\"th\"", "\"channels_first\"")]
    [TestCase("Dropout", "p", "rate", "0.5", "0.5")]
    [TestCase("LSTM", "forget_bias_init", "unit_forget_bias", "\"one\"", "true")]
    [TestCase("LeakyReLU", "alpha", "negative_slope", "{\"type\": \"ndarray\", \"value\": 0.25}", "0.25")]
    [TestCase("BatchNormalization", "axis", "axis", "[3]", "3")]
    [TestCase("ThresholdedReLU", "theta", "threshold", "2.0", "2.0")]
    [TestCase(
        "Dense",
        "dtype",
        "dtype",
        "\"mixed_float16\"",
        "{\"module\":\"keras\",\"class_name\":\"DTypePolicy\",\"config\":{\"name\":\"mixed_float16\"},\"registered_name\":null}"
    )]
    [TestCase(
        "Dense",
        "W_regularizer",
        "kernel_regularizer",
        "{\"name\": \"L1L2Regularizer\", \"l1\": 0.0, \"l2\": 0.5}",
        "{\"class_name\":\"L1L2\",\"config\":{\"l1\":0.0,\"l2\":0.5},\"module\":\"keras.regularizers\",\"registered_name\":null}"
    )]
    [TestCase(
        "Dense",
        "W_constraint",
        "kernel_constraint",
        "{\"name\": \"MaxNorm\", \"m\": 2, \"axis\": 0}",
        "{\"class_name\":\"MaxNorm\",\"config\":{\"max_value\":2,\"axis\":0},\"module\":\"keras.constraints\",\"registered_name\":null}"
    )]
    [TestCase("GRU", "recurrent_activation", "recurrent_activation", "\"hard_sigmoid\"", "\"keras2_hard_sigmoid\"")]
    [TestCase("Embedding", "input_length", null, "10", null)]
    [TestCase("LSTM", "time_major", null, "false", null)]
    public void Arguments(string className, string old, string? today, string value, string? expected)
    {
        var json = $$"""{"class_name": "{{className}}", "config": {"name": "x", "{{old}}": {{value}} } }""";
        var config = JsonNode.Parse(ModelConfig.ToKeras3(json))!["config"]!;
        Assert.That(config[old]?.ToJsonString(), old == today ? Is.EqualTo(expected) : Is.Null);
        if (today is not null)
            Assert.That(config[today]?.ToJsonString(), Is.EqualTo(expected));
    }

    [Test]
    public void HardSigmoidOfKeras3StaysItself() =>
        Assert.That(
            ModelConfig.ToKeras3(
                """{"class_name": "Dense", "config": {"activation": "hard_sigmoid"}}""",
                new ConfigOptions { KerasVersion = "3.0.0" }
            ),
            Does.Contain("\"hard_sigmoid\"")
        );

    [Test]
    public void NumbersThatJsonLacksStay() =>
        Assert.That(
            ModelConfig.ToKeras3(
                """{"class_name": "Masking", "config": {"name": "NaN", "mask_value": NaN, "other": [-Infinity, Infinity]}}"""
            ),
            Does.Contain("\"mask_value\":NaN,\"other\":[-Infinity,Infinity]").And.Contain("\"name\":\"NaN\"")
        );

    [TestCase("""{"class_name": "LSTM", "config": {"name": "x", "time_major": true}}""", "layer 'x' (LSTM)", "time_major")]
    [TestCase(
        """{"class_name": "Lambda", "config": {"name": "x", "function_type": "lambda", "function": ["4wEA", null, null]}}""",
        "layer 'x' (Lambda)",
        "bytecode"
    )]
    [TestCase(
        """{"class_name": "Dense", "config": {"name": "x", "activation": {"class_name": "__lambda__", "config": {}}}}""",
        "layer 'x' (Dense)",
        "bytecode"
    )]
    [TestCase("""{"module": "os", "class_name": "system", "config": {"name": "x"}}""", "layer 'x' (system)", "'os'")]
    [TestCase("""{"class_name": "BatchNormalization", "config": {"name": "x", "mode": 2}}""", "layer 'x'", "mode=2")]
    [TestCase("""{"class_name": "Dense"}""", "model.json", "config")]
    [TestCase("[1, 2]", "model.json", "object")]
    [TestCase("", "model.json", "empty")]
    [TestCase("{", "model.json", "JSON")]
    public void Refused(string json, string place, string mentions) =>
        Assert.That(
            () => ModelConfig.ToKeras3(json, new ConfigOptions { File = "model.json" }),
            Throws.TypeOf<FileFormatException>().With.Message.Contains(place).And.Message.Contains(mentions)
        );

    [Test]
    public void ClassesOfTheUserAreLeftAlone()
    {
        const string json = """{"module":"mine.layers","class_name":"Mine","config":{"init":"ones"}}""";
        Assert.That(ModelConfig.ToKeras3(json, new ConfigOptions { CustomNames = new HashSet<string> { "Mine" } }), Is.EqualTo(json));
    }
}
