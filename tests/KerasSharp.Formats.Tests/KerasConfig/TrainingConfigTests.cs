using System.Text.Json.Nodes;
using KerasSharp.Formats.KerasConfig;

namespace KerasSharp.Formats.Tests.KerasConfig;

/// <summary>Training configs of all generations in Keras 3's form.</summary>
public sealed class TrainingConfigTests
{
    [TestCase(
        "optimizer",
        """{"optimizer_config": {"class_name": "Adam", "config": {"lr": 0.5, "decay": 0.0, "epsilon": null}}}""",
        """{"class_name":"Adam","config":{"learning_rate":0.5},"module":"keras.optimizers","registered_name":null}"""
    )]
    [TestCase(
        "optimizer",
        """{"optimizer_config": {"class_name": "Custom>SGD", "config": {"learning_rate": 1, "jit_compile": false, "is_legacy_optimizer": false}}}""",
        """{"class_name":"SGD","config":{"learning_rate":1},"module":"keras.optimizers","registered_name":null}"""
    )]
    [TestCase("optimizer", """{"optimizer": "adam"}""", "\"adam\"")]
    [TestCase(
        "loss",
        """{"loss": {"a": "mse", "b": {"class_name": "Huber", "config": {"reduction": "auto", "delta": 0.5, "fn": "huber"}}}}""",
        """{"a":"mse","b":{"class_name":"Huber","config":{"delta":0.5,"reduction":"sum_over_batch_size"},"module":"keras.losses","registered_name":null}}"""
    )]
    [TestCase("metrics", """{"metrics": ["accuracy"]}""", """[["accuracy"],["accuracy"]]""")]
    [TestCase("metrics", """{"metrics": [null, ["mae"]], "steps_per_execution": 1}""", """[null,["mae"]]""")]
    [TestCase("metrics", """{"metrics": ["mae", "mse"], "steps_per_execution": 1}""", """["mae","mse"]""")]
    [TestCase(
        "metrics",
        """{"metrics": [[{"class_name": "MeanMetricWrapper", "config": {"name": "a_mae", "dtype": "float32", "fn": "mean_absolute_error"}}], []]}""",
        """[[{"class_name":"MeanAbsoluteError","config":{"name":"mae","dtype":"float32"},"module":"keras.metrics","registered_name":null}],[]]"""
    )]
    [TestCase("metrics", """{"metrics": {"a": ["accuracy"]}}""", """{"a":["accuracy"]}""")]
    [TestCase("loss_weights", """{"loss_weights": {"a": 0.5}, "sample_weight_mode": null}""", """{"a":0.5}""")]
    public void Entries(string key, string json, string expected) =>
        Assert.That(JsonNode.Parse(TrainingConfig.ToKeras3(json, ["a", "b"]))![key]?.ToJsonString(), Is.EqualTo(expected));

    [Test]
    public void DecayBecomesASchedule() =>
        Assert.That(
            TrainingConfig.ToKeras3("""{"optimizer_config": {"class_name": "SGD", "config": {"lr": 0.1, "decay": 0.01}}}""", ["a"]),
            Does.Contain("InverseTimeDecay").And.Contain("\"initial_learning_rate\":0.1").And.Contain("\"decay_rate\":0.01")
        );

    [Test]
    public void OneOutputHasAFlatList() =>
        Assert.That(
            JsonNode.Parse(TrainingConfig.ToKeras3("""{"metrics": [["accuracy", "mae"]]}""", ["a"]))!["metrics"]!.ToJsonString(),
            Is.EqualTo("""["accuracy","mae"]""")
        );
}
