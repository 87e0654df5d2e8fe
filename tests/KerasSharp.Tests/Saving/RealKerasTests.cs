using KerasSharp.Testing;

namespace KerasSharp.Tests.ModelSaving;

/// <summary>Real Keras opens what is written here: the same weights bit by bit, the same outputs, the same next training step.</summary>
public sealed class RealKerasTests
{
    private const string Check = """
        import json, os
        package, folder = sys.argv[1:3]
        if package == 'keras':
            import keras as k
        else:
            import tf_keras as k
        failures = []
        listed = lambda data, what: [data[f'{what}_{i}'] for i in range(99) if f'{what}_{i}' in data]
        one = lambda items: items[0] if len(items) == 1 else items
        for name in sorted(os.listdir(folder)):
            if not name.endswith(('.keras', '.h5')):
                continue
            stem = name.removesuffix('.keras').removesuffix('.h5').removesuffix('.weights')
            data = np.load(f'{folder}/{stem}.npz')
            try:
                if name.endswith('.weights.h5'):
                    model = k.models.load_model(f'{folder}/{stem}.keras', compile=False)
                    model.set_weights([w * 0 for w in model.get_weights()])
                    model.load_weights(f'{folder}/{name}')
                else:
                    model = k.models.load_model(f'{folder}/{name}')
                for expected, actual in zip(listed(data, 'weight'), model.get_weights(), strict=True):
                    np.testing.assert_array_equal(actual, expected)
                outputs = model(one(listed(data, 'input')))
                for expected, actual in zip(listed(data, 'output'), outputs if isinstance(outputs, (list, tuple)) else [outputs], strict=True):
                    np.testing.assert_allclose(np.asarray(actual), expected, rtol=1e-4, atol=1e-5)
                # Keras 3 does not resume from an .h5 file, its own neither.
                if 'target_0' in data and not (package == 'keras' and name.endswith('.h5')) and not name.endswith('.weights.h5'):
                    model.train_on_batch(one(listed(data, 'input')), one(listed(data, 'target')))
                    for expected, actual in zip(listed(data, 'weight_after'), model.get_weights(), strict=True):
                        np.testing.assert_allclose(actual, expected, rtol=1e-3, atol=1e-4)
            except Exception as error:
                failures.append(f'{name}: {type(error).__name__} {str(error)[:600]}')
            print(name)
        if failures:
            sys.exit('\n'.join(failures))
        """;

    /// <summary>What Keras 3 does not read from .h5 files, its own neither: tensors as keywords of a call, and an axis that is a list.</summary>
    private static readonly HashSet<string> NotOfKeras3 =
    [
        "GRU.initial-state.h5",
        "LSTM.initial-state.h5",
        "SimpleRNN.initial-state.h5",
        "LayerNormalization.axes.h5",
    ];

    /// <summary>What Keras 2 does not have: layers' names beyond ASCII, the activation celu, and RMSprop with epsilon under the root.</summary>
    private static readonly HashSet<string> NotOfKeras2 =
    [
        "keras3-zip.names.h5",
        "Activation.celu.h5",
        "Dense.act-celu.h5",
        "keras3-dir.functional.h5",
    ];

    [Test]
    public void Keras3ReadsAll() => ReadBy("keras", [".keras", ".h5", ".weights.h5"], NotOfKeras3);

    [Test]
    public void Keras2ReadsLegacyFiles() => ReadBy("tf_keras", [".h5"], NotOfKeras2);

    private static void ReadBy(string package, string[] extensions, HashSet<string> except)
    {
        using var folder = new TemporaryFolder();
        foreach (var golden in GoldenFileTests.Files.Select(data => (GoldenCase)data.Arguments[0]!).Where(IsChosen))
            Write(golden, folder, extensions);
        foreach (var golden in SavedLayers.Chosen)
            SavedLayers.Write(golden, folder, extensions);
        foreach (var name in except)
            File.Delete(folder[name]);
        int count = Directory.EnumerateFiles(folder.Path).Count(file => Path.GetExtension(file) is ".h5" or ".keras");
        var printed = ReferencePython.Run(Check, package, folder.Path);
        Assert.That(printed.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(count).And.Length.GreaterThan(50));
    }

    private static bool IsChosen(GoldenCase golden) =>
        golden.Name.StartsWith("keras3-zip.", StringComparison.Ordinal)
        || golden.Name is "keras2-h5.nested" or "keras3-dir.transfer" or "keras3-dir.functional";

    private static void Write(GoldenCase golden, TemporaryFolder folder, string[] extensions)
    {
        using var files = golden.ExtractFiles();
        if (!FileCase.IsBuilt(files[golden.Json.GetProperty("file").GetString()!]))
            return;
        using var model = new FileCase(golden).Load(files);
        File.WriteAllBytes(folder[$"{golden.Name}.npz"], golden.ReadFile($"{golden.Name}.npz"));
        foreach (var extension in extensions)
            if (extension == ".weights.h5")
                model.SaveWeights(folder[golden.Name + extension]);
            else
                model.Save(folder[golden.Name + extension]);
    }
}
