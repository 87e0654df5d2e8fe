namespace KerasSharp.Formats.Cifar;

/// <summary>A whole set of CIFAR.</summary>
/// <param name="Train">The images to train with, 50,000 in the published sets.</param>
/// <param name="Test">The images to test with, 10,000 in the published sets.</param>
public sealed record CifarData(CifarBatch Train, CifarBatch Test);
