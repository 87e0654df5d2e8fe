namespace KerasSharp.Formats.Cifar;

/// <summary>The two sets of the CIFAR images.</summary>
public enum CifarKind
{
    /// <summary>10 classes: airplane, automobile, bird, cat, …</summary>
    Cifar10,

    /// <summary>100 fine classes in 20 coarse ones.</summary>
    Cifar100,
}
