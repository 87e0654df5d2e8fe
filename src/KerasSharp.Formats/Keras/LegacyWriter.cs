using System.Text;
using KerasSharp.Formats.Hdf5;

namespace KerasSharp.Formats.Keras;

/// <summary>Writes legacy <c>.h5</c> files, whole models and weights, as Keras 2 and 3 do.</summary>
public static class LegacyWriter
{
    // What Keras cuts lists of names at.
    private const int MostListBytes = 64512;
    private const int ReferenceBytes = 16;

    /// <summary>Writes a file, which is there whole or not at all.</summary>
    /// <param name="path">Its path; a file there is replaced.</param>
    /// <param name="data">What it holds: a whole model where there is a configuration, else weights only.</param>
    /// <exception cref="ArgumentException">Two weights of a layer have one name, a name is over 64 KB, or there is a state of training without a configuration.</exception>
    /// <exception cref="NotSupportedException">A weight is bfloat16, which these files cannot hold; write <c>.keras</c> instead.</exception>
    public static void Write(string path, LegacyModelData data)
    {
        var file = new Hdf5FileBuilder();
        if (data.ConfigJson is null)
            WriteWeightsOnly(file.Root, data);
        else
            WriteModel(file.Root, data, data.ConfigJson);
        file.Write(path);
    }

    private static void WriteWeightsOnly(Hdf5GroupBuilder root, LegacyModelData data)
    {
        if (data.TrainingConfigJson is not null || data.OptimizerVariables.Count > 0)
            throw new ArgumentException("A file of weights holds no state of training; give a configuration too.", nameof(data));
        WriteLayers(root, data);
    }

    private static void WriteModel(Hdf5GroupBuilder root, LegacyModelData data, string config)
    {
        root.SetAttribute("keras_version", data.KerasVersion);
        root.SetAttribute("backend", data.Backend);
        root.SetAttribute("model_config", config, asBytes: true);
        if (data.TrainingConfigJson is { } training)
            root.SetAttribute("training_config", training, asBytes: true);
        WriteLayers(root.Group("model_weights"), data);
        if (data.OptimizerVariables.Count > 0)
            WriteWeights(root.Group("optimizer_weights"), data.OptimizerVariables);
    }

    private static void WriteLayers(Hdf5GroupBuilder group, LegacyModelData data)
    {
        SetList(group, "layer_names", data.Layers.Select(layer => layer.Name));
        group.SetAttribute("backend", data.Backend, asBytes: true);
        group.SetAttribute("keras_version", data.KerasVersion, asBytes: true);
        foreach (var layer in data.Layers)
            WriteWeights(group.Group(layer.Name), layer.Weights);
        WriteWeights(group.Group("top_level_model_weights"), data.TopLevel);
    }

    private static void WriteWeights(Hdf5GroupBuilder group, IReadOnlyList<WeightData> weights)
    {
        SetList(group, "weight_names", weights.Select(weight => weight.Name));
        foreach (var weight in weights)
            if (weight.StoredAs == DType.BFloat16)
                throw new NotSupportedException($"'{weight.Name}' is bfloat16, which legacy .h5 files cannot hold; write .keras instead.");
            else
                group.Add(weight.Name, weight.Value, weight.StoredAs);
    }

    // Keras: whole where it fits, else cut as evenly as can be into name0, name1, … of fixed-length texts.
    private static void SetList(Hdf5GroupBuilder group, string attribute, IEnumerable<string> names)
    {
        string[] list = [.. names];
        byte[][] bytes = [.. list.Select(Encoding.UTF8.GetBytes)];
        int longest = bytes.Max(name => (int?)name.Length) ?? 0;
        if (longest > MostListBytes)
            throw new ArgumentException($"A name of {longest} bytes; HDF5 holds at most {MostListBytes}.");
        bool isWhole = (long)longest * bytes.Length <= MostListBytes && ReferenceBytes * bytes.Length <= MostListBytes;
        if (isWhole)
            group.SetAttribute(attribute, list, asBytes: true);
        else
            SetParts(group, attribute, bytes, longest);
    }

    private static void SetParts(Hdf5GroupBuilder group, string attribute, byte[][] names, int longest)
    {
        int mostNames = MostListBytes / Math.Max(longest, 1);
        int parts = Math.Max((names.Length - 1) / mostNames + 1, 2);
        for (int part = 0, from = 0; part < parts; part++)
        {
            int count = names.Length / parts + (part < names.Length % parts ? 1 : 0);
            group.SetFixedAttribute($"{attribute}{part}", names[from..(from + count)], Math.Max(longest, 1));
            from += count;
        }
    }
}
