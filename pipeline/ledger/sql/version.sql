
pragma application_id = %d;
pragma user_version = %d;
