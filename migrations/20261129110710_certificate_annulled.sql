-- Why and since when a certificate is no longer valid: told to whoever asks with its code.
alter table training.certificate_code
  add annulled_on date,
  add annulled_why text,
  add check ((annulled_on is null) = (annulled_why is null));
create index certificate_check_code on training.certificate (check_code);
