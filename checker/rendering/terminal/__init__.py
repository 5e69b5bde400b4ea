"""Values -> a rich console. Report text always goes in as Text, never as markup."""
