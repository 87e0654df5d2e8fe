using KerasSharp.Formats.KerasConfig;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.KerasConfig;

/// <summary>Real Keras makes models of converted configs, which compute what the originals did.</summary>
public sealed class RealKerasTests
{
    /// <summary>Layers whose other arguments, not names, changed: KerasSharp has none of them yet.</summary>
    private static readonly string[] Unconverted = ["TextVectorization", "StringLookup", "Normalization"];

    private const string Predict = """
        import os
        package, folder = sys.argv[1:3]
        if package == 'keras':
            import keras as k
        else:
            import tf_keras as k
        old = lambda x: k.ops.clip(0.2 * x + 0.5, 0.0, 1.0)
        failures = []
        for name in sorted(f for f in os.listdir(folder) if f.endswith('.json')):
            try:
                model = k.models.model_from_json(open(f'{folder}/{name}').read(), custom_objects={'keras2_hard_sigmoid': old})
                data = np.load(f'{folder}/{name[:-5]}.npz')
                listed = lambda what: [data[f'{what}_{i}'] for i in range(99) if f'{what}_{i}' in data]
                model.set_weights(listed('weight'))
                inputs = listed('input')
                outputs = model(inputs if len(inputs) > 1 else inputs[0])
                for expected, actual in zip(listed('output'), outputs if isinstance(outputs, (list, tuple)) else [outputs], strict=True):
                    np.testing.assert_allclose(np.asarray(actual), expected, rtol=1e-4, atol=1e-5, err_msg=name)
            except Exception as error:
                failures.append(f'{name}: {type(error).__name__} {str(error)[-600:]}')
            print(name)
        if failures:
            sys.exit('\n'.join(failures))
        """;

    /// <summary>Keras 3 has no layers' names with slashes, Keras 2 none beyond ASCII.</summary>
    [TestCase("keras", "json.keras2-slashes")]
    [TestCase("tf_keras", "json.keras3-names")]
    public void ReadsWhatWasConverted(string package, string except)
    {
        var folder = Directory.CreateTempSubdirectory("kerassharp-config-").FullName;
        try
        {
            var cases = GoldenFamily
                .CasesOf("files", "json")
                .Where(golden => golden.Name != except)
                .Where(golden =>
                    Array.TrueForAll(Unconverted, name => !ConfigCases.Text(golden).Contains($"\"{name}\"", StringComparison.Ordinal))
                )
                .ToArray();
            foreach (var golden in cases)
            {
                var config = ModelConfig.ToKeras3(ConfigCases.Text(golden));
                File.WriteAllText(Path.Combine(folder, golden.Name + ".json"), package == "keras" ? config : ModelConfig.ToKeras2(config));
                File.WriteAllBytes(Path.Combine(folder, golden.Name + ".npz"), golden.ReadFile(golden.Name + ".npz"));
            }
            var printed = ReferencePython.Run(Predict, package, folder);
            Assert.That(printed.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(cases.Length));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
