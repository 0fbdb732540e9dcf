namespace Relocation.Web.Features.Accounts;

/// <summary>Names the texts of accounts and tokens.</summary>
public sealed class AccountsText;
