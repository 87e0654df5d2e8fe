using System.Text.Json;

namespace KerasSharp.Testing;

/// <summary>A golden case: what to do, as JSON, and the arrays that real Keras or TensorFlow gave.</summary>
/// <remarks>Everything is read when first asked for. Safe for several threads.</remarks>
public sealed class GoldenCase
{
    /// <summary>Stands before the name of a float array that is not float32.</summary>
    private const string Float64Prefix = "f64_";

    private readonly IGoldenSource source;
    private readonly Lazy<JsonDocument> document;
    private readonly Lazy<NpzReader?> arrays;

    internal GoldenCase(string family, string name, IGoldenSource source)
    {
        Family = family;
        Name = name;
        this.source = source;
        document = new Lazy<JsonDocument>(() => JsonDocument.Parse(source.Read(name + ".json")!));
        arrays = new Lazy<NpzReader?>(() => source.Read(name + ".npz") is { } file ? new NpzReader(file) : null);
    }

    /// <summary>The family, such as <c>ops</c>.</summary>
    public string Family { get; }

    /// <summary>The name inside the family, such as <c>MatMul.batch</c>.</summary>
    public string Name { get; }

    /// <summary>The case's JSON.</summary>
    /// <exception cref="JsonException">The file is not JSON.</exception>
    public JsonElement Json => document.Value.RootElement;

    /// <summary>The group inside the family, such as <c>npz</c>; empty where the JSON has none.</summary>
    public string Group => Json.TryGetProperty("group", out var group) ? group.GetString()! : "";

    /// <summary>The document that <see cref="Json"/> belongs to.</summary>
    public JsonDocument JsonDocument => document.Value;

    /// <summary>The names of the stored arrays; none where the case is JSON only.</summary>
    public IReadOnlyCollection<string> ArrayNames => arrays.Value?.Names ?? [];

    /// <summary>Whether there is an array of that name, stored or as strings in the JSON.</summary>
    public bool Has(string name) =>
        ArrayNames.Contains(name) || ArrayNames.Contains(Float64Prefix + name) || GoldenEncoding.Strings(Json, name) is not null;

    /// <summary>
    /// The array of that name, with or without the mark of float64. bfloat16 and complex64 have their real type, as the JSON says, and string inputs and
    /// outputs come from the JSON.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The case has no such array.</exception>
    public GoldenArray Array(string name) =>
        (arrays.Value?.Find(name) ?? arrays.Value?.Find(Float64Prefix + name)) is { } stored
            ? GoldenEncoding.Decode(Json, name, stored)
            : GoldenEncoding.Strings(Json, name)
                ?? throw new KeyNotFoundException(
                    $"{this} ({source.Location}) has no array '{name}'; it has {string.Join(", ", ArrayNames)}."
                );

    /// <summary>Lays the files that the JSON lists as <c>files</c> into a temporary folder.</summary>
    /// <exception cref="FileNotFoundException">A listed file is not beside the case.</exception>
    public GoldenFiles ExtractFiles() => new(this, source);

    /// <summary>The bytes of a file that stands beside the case.</summary>
    /// <param name="name">The name, as in the JSON's <c>files</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public byte[] ReadFile(string name) =>
        source.Read(name) ?? throw new FileNotFoundException($"{this} ({source.Location}) has no file '{name}'.");

    /// <summary>The relative tolerance: the JSON's <c>rtol</c>, or the default given.</summary>
    public double RelativeTolerance(double otherwise = 1e-4) => Number("rtol", otherwise);

    /// <summary>The absolute tolerance: the JSON's <c>atol</c>, or the default given.</summary>
    public double AbsoluteTolerance(double otherwise = 1e-5) => Number("atol", otherwise);

    /// <summary>The test's name, <c>family/name</c>.</summary>
    public override string ToString() => $"{Family}/{Name}";

    private double Number(string key, double otherwise) =>
        Json.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : otherwise;
}
