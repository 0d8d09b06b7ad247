-- Data keys move from their rows into a table of their own. Their new ids follow from table and row, so that a backup of
-- before and one of after name the same keys. Nothing is unwrapped: bytes move as they are, their header tells the key
-- of the ring (version, length of the id, id).
-- CreateTable
CREATE TABLE "data_key" (
    "id" UUID NOT NULL,
    "belongs_to" TEXT NOT NULL,
    "wrapped" BYTEA,
    "key_id" TEXT NOT NULL,
    "destroyed_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_key_pkey" PRIMARY KEY ("id")
);

INSERT INTO "data_key" ("id", "belongs_to", "wrapped", "key_id")
SELECT md5('call:' || "id"::text)::uuid, 'call', "data_key",
  CASE WHEN length("data_key") > 2 THEN convert_from(substring("data_key" FROM 3 FOR get_byte("data_key", 1)), 'SQL_ASCII') ELSE '' END
FROM "call";
ALTER TABLE "call" ADD COLUMN "data_key_id" UUID;
UPDATE "call" SET "data_key_id" = md5('call:' || "id"::text)::uuid;
ALTER TABLE "call" ALTER COLUMN "data_key_id" SET NOT NULL, DROP COLUMN "data_key";

INSERT INTO "data_key" ("id", "belongs_to", "wrapped", "key_id")
SELECT md5('call_question:' || "id"::text)::uuid, 'call_question', "data_key",
  CASE WHEN length("data_key") > 2 THEN convert_from(substring("data_key" FROM 3 FOR get_byte("data_key", 1)), 'SQL_ASCII') ELSE '' END
FROM "call_question";
ALTER TABLE "call_question" ADD COLUMN "data_key_id" UUID;
UPDATE "call_question" SET "data_key_id" = md5('call_question:' || "id"::text)::uuid;
ALTER TABLE "call_question" ALTER COLUMN "data_key_id" SET NOT NULL, DROP COLUMN "data_key";

INSERT INTO "data_key" ("id", "belongs_to", "wrapped", "key_id")
SELECT md5('call_registration:' || "id"::text)::uuid, 'call_registration', "data_key",
  CASE WHEN length("data_key") > 2 THEN convert_from(substring("data_key" FROM 3 FOR get_byte("data_key", 1)), 'SQL_ASCII') ELSE '' END
FROM "call_registration";
ALTER TABLE "call_registration" ADD COLUMN "data_key_id" UUID;
UPDATE "call_registration" SET "data_key_id" = md5('call_registration:' || "id"::text)::uuid;
ALTER TABLE "call_registration" ALTER COLUMN "data_key_id" SET NOT NULL, DROP COLUMN "data_key";

INSERT INTO "data_key" ("id", "belongs_to", "wrapped", "key_id")
SELECT md5('conduct_review:' || "id"::text)::uuid, 'conduct_review', "data_key",
  CASE WHEN length("data_key") > 2 THEN convert_from(substring("data_key" FROM 3 FOR get_byte("data_key", 1)), 'SQL_ASCII') ELSE '' END
FROM "conduct_review";
ALTER TABLE "conduct_review" ADD COLUMN "data_key_id" UUID;
UPDATE "conduct_review" SET "data_key_id" = md5('conduct_review:' || "id"::text)::uuid;
ALTER TABLE "conduct_review" ALTER COLUMN "data_key_id" SET NOT NULL, DROP COLUMN "data_key";

INSERT INTO "data_key" ("id", "belongs_to", "wrapped", "key_id")
SELECT md5('emp_worksheet:' || "id"::text)::uuid, 'emp_worksheet', "data_key",
  CASE WHEN length("data_key") > 2 THEN convert_from(substring("data_key" FROM 3 FOR get_byte("data_key", 1)), 'SQL_ASCII') ELSE '' END
FROM "emp_worksheet";
ALTER TABLE "emp_worksheet" ADD COLUMN "data_key_id" UUID;
UPDATE "emp_worksheet" SET "data_key_id" = md5('emp_worksheet:' || "id"::text)::uuid;
ALTER TABLE "emp_worksheet" ALTER COLUMN "data_key_id" SET NOT NULL, DROP COLUMN "data_key";

INSERT INTO "data_key" ("id", "belongs_to", "wrapped", "key_id")
SELECT md5('form_draft:' || "id"::text)::uuid, 'form_draft', "data_key",
  CASE WHEN length("data_key") > 2 THEN convert_from(substring("data_key" FROM 3 FOR get_byte("data_key", 1)), 'SQL_ASCII') ELSE '' END
FROM "form_draft";
ALTER TABLE "form_draft" ADD COLUMN "data_key_id" UUID;
UPDATE "form_draft" SET "data_key_id" = md5('form_draft:' || "id"::text)::uuid;
ALTER TABLE "form_draft" ALTER COLUMN "data_key_id" SET NOT NULL, DROP COLUMN "data_key";

INSERT INTO "data_key" ("id", "belongs_to", "wrapped", "key_id")
SELECT md5('form_file:' || "id"::text)::uuid, 'form_file', "data_key",
  CASE WHEN length("data_key") > 2 THEN convert_from(substring("data_key" FROM 3 FOR get_byte("data_key", 1)), 'SQL_ASCII') ELSE '' END
FROM "form_file";
ALTER TABLE "form_file" ADD COLUMN "data_key_id" UUID;
UPDATE "form_file" SET "data_key_id" = md5('form_file:' || "id"::text)::uuid;
ALTER TABLE "form_file" ALTER COLUMN "data_key_id" SET NOT NULL, DROP COLUMN "data_key";

INSERT INTO "data_key" ("id", "belongs_to", "wrapped", "key_id")
SELECT md5('idempotency_key:' || "id"::text)::uuid, 'idempotency_key', "data_key",
  CASE WHEN length("data_key") > 2 THEN convert_from(substring("data_key" FROM 3 FOR get_byte("data_key", 1)), 'SQL_ASCII') ELSE '' END
FROM "idempotency_key";
ALTER TABLE "idempotency_key" ADD COLUMN "data_key_id" UUID;
UPDATE "idempotency_key" SET "data_key_id" = md5('idempotency_key:' || "id"::text)::uuid;
ALTER TABLE "idempotency_key" ALTER COLUMN "data_key_id" SET NOT NULL, DROP COLUMN "data_key";

INSERT INTO "data_key" ("id", "belongs_to", "wrapped", "key_id")
SELECT md5('introduction:' || "id"::text)::uuid, 'introduction', "data_key",
  CASE WHEN length("data_key") > 2 THEN convert_from(substring("data_key" FROM 3 FOR get_byte("data_key", 1)), 'SQL_ASCII') ELSE '' END
FROM "introduction";
ALTER TABLE "introduction" ADD COLUMN "data_key_id" UUID;
UPDATE "introduction" SET "data_key_id" = md5('introduction:' || "id"::text)::uuid;
ALTER TABLE "introduction" ALTER COLUMN "data_key_id" SET NOT NULL, DROP COLUMN "data_key";

INSERT INTO "data_key" ("id", "belongs_to", "wrapped", "key_id")
SELECT md5('kept_form:' || "id"::text)::uuid, 'kept_form', "data_key",
  CASE WHEN length("data_key") > 2 THEN convert_from(substring("data_key" FROM 3 FOR get_byte("data_key", 1)), 'SQL_ASCII') ELSE '' END
FROM "kept_form";
ALTER TABLE "kept_form" ADD COLUMN "data_key_id" UUID;
UPDATE "kept_form" SET "data_key_id" = md5('kept_form:' || "id"::text)::uuid;
ALTER TABLE "kept_form" ALTER COLUMN "data_key_id" SET NOT NULL, DROP COLUMN "data_key";

INSERT INTO "data_key" ("id", "belongs_to", "wrapped", "key_id")
SELECT md5('message:' || "id"::text)::uuid, 'message', "data_key",
  CASE WHEN length("data_key") > 2 THEN convert_from(substring("data_key" FROM 3 FOR get_byte("data_key", 1)), 'SQL_ASCII') ELSE '' END
FROM "message";
ALTER TABLE "message" ADD COLUMN "data_key_id" UUID;
UPDATE "message" SET "data_key_id" = md5('message:' || "id"::text)::uuid;
ALTER TABLE "message" ALTER COLUMN "data_key_id" SET NOT NULL, DROP COLUMN "data_key";

INSERT INTO "data_key" ("id", "belongs_to", "wrapped", "key_id")
SELECT md5('oauth_token:' || "provider"::text)::uuid, 'oauth_token', "data_key",
  CASE WHEN length("data_key") > 2 THEN convert_from(substring("data_key" FROM 3 FOR get_byte("data_key", 1)), 'SQL_ASCII') ELSE '' END
FROM "oauth_token";
ALTER TABLE "oauth_token" ADD COLUMN "data_key_id" UUID;
UPDATE "oauth_token" SET "data_key_id" = md5('oauth_token:' || "provider"::text)::uuid;
ALTER TABLE "oauth_token" ALTER COLUMN "data_key_id" SET NOT NULL, DROP COLUMN "data_key";

INSERT INTO "data_key" ("id", "belongs_to", "wrapped", "key_id")
SELECT md5('sketch_key:' || "number"::text)::uuid, 'sketch_key', "data_key",
  CASE WHEN length("data_key") > 2 THEN convert_from(substring("data_key" FROM 3 FOR get_byte("data_key", 1)), 'SQL_ASCII') ELSE '' END
FROM "sketch_key";
ALTER TABLE "sketch_key" ADD COLUMN "data_key_id" UUID;
UPDATE "sketch_key" SET "data_key_id" = md5('sketch_key:' || "number"::text)::uuid;
ALTER TABLE "sketch_key" ALTER COLUMN "data_key_id" SET NOT NULL, DROP COLUMN "data_key";

INSERT INTO "data_key" ("id", "belongs_to", "wrapped", "key_id")
SELECT md5('ta_request:' || "id"::text)::uuid, 'ta_request', "data_key",
  CASE WHEN length("data_key") > 2 THEN convert_from(substring("data_key" FROM 3 FOR get_byte("data_key", 1)), 'SQL_ASCII') ELSE '' END
FROM "ta_request";
ALTER TABLE "ta_request" ADD COLUMN "data_key_id" UUID;
UPDATE "ta_request" SET "data_key_id" = md5('ta_request:' || "id"::text)::uuid;
ALTER TABLE "ta_request" ALTER COLUMN "data_key_id" SET NOT NULL, DROP COLUMN "data_key";

INSERT INTO "data_key" ("id", "belongs_to", "wrapped", "key_id")
SELECT md5('unconfirmed_submission:' || "id"::text)::uuid, 'unconfirmed_submission', "data_key",
  CASE WHEN length("data_key") > 2 THEN convert_from(substring("data_key" FROM 3 FOR get_byte("data_key", 1)), 'SQL_ASCII') ELSE '' END
FROM "unconfirmed_submission";
ALTER TABLE "unconfirmed_submission" ADD COLUMN "data_key_id" UUID;
UPDATE "unconfirmed_submission" SET "data_key_id" = md5('unconfirmed_submission:' || "id"::text)::uuid;
ALTER TABLE "unconfirmed_submission" ALTER COLUMN "data_key_id" SET NOT NULL, DROP COLUMN "data_key";

-- CreateIndex
CREATE INDEX "data_key_key_id_id_idx" ON "data_key"("key_id", "id");

-- A row and its key are written in either order of one transaction.
ALTER TABLE "ta_request" ADD CONSTRAINT "ta_request_data_key_id_fkey" FOREIGN KEY ("data_key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "sketch_key" ADD CONSTRAINT "sketch_key_data_key_id_fkey" FOREIGN KEY ("data_key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "message" ADD CONSTRAINT "message_data_key_id_fkey" FOREIGN KEY ("data_key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "unconfirmed_submission" ADD CONSTRAINT "unconfirmed_submission_data_key_id_fkey" FOREIGN KEY ("data_key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "form_draft" ADD CONSTRAINT "form_draft_data_key_id_fkey" FOREIGN KEY ("data_key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "form_file" ADD CONSTRAINT "form_file_data_key_id_fkey" FOREIGN KEY ("data_key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "kept_form" ADD CONSTRAINT "kept_form_data_key_id_fkey" FOREIGN KEY ("data_key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "emp_worksheet" ADD CONSTRAINT "emp_worksheet_data_key_id_fkey" FOREIGN KEY ("data_key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_data_key_id_fkey" FOREIGN KEY ("data_key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "conduct_review" ADD CONSTRAINT "conduct_review_data_key_id_fkey" FOREIGN KEY ("data_key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_data_key_id_fkey" FOREIGN KEY ("data_key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "call" ADD CONSTRAINT "call_data_key_id_fkey" FOREIGN KEY ("data_key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "call_registration" ADD CONSTRAINT "call_registration_data_key_id_fkey" FOREIGN KEY ("data_key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "call_question" ADD CONSTRAINT "call_question_data_key_id_fkey" FOREIGN KEY ("data_key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "oauth_token" ADD CONSTRAINT "oauth_token_data_key_id_fkey" FOREIGN KEY ("data_key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- Whichever way a row goes, its key is destroyed with it; the id stays, so that no backup brings the key back.
CREATE FUNCTION "destroy_data_keys"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE data_key SET wrapped = NULL, destroyed_at = now()
  WHERE wrapped IS NOT NULL AND id IN (SELECT data_key_id FROM gone);
  RETURN NULL;
END $$;

CREATE TRIGGER "destroy_data_keys" AFTER DELETE ON "call"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "destroy_data_keys"();
CREATE TRIGGER "destroy_data_keys" AFTER DELETE ON "call_question"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "destroy_data_keys"();
CREATE TRIGGER "destroy_data_keys" AFTER DELETE ON "call_registration"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "destroy_data_keys"();
CREATE TRIGGER "destroy_data_keys" AFTER DELETE ON "conduct_review"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "destroy_data_keys"();
CREATE TRIGGER "destroy_data_keys" AFTER DELETE ON "emp_worksheet"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "destroy_data_keys"();
CREATE TRIGGER "destroy_data_keys" AFTER DELETE ON "form_draft"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "destroy_data_keys"();
CREATE TRIGGER "destroy_data_keys" AFTER DELETE ON "form_file"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "destroy_data_keys"();
CREATE TRIGGER "destroy_data_keys" AFTER DELETE ON "idempotency_key"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "destroy_data_keys"();
CREATE TRIGGER "destroy_data_keys" AFTER DELETE ON "introduction"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "destroy_data_keys"();
CREATE TRIGGER "destroy_data_keys" AFTER DELETE ON "kept_form"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "destroy_data_keys"();
CREATE TRIGGER "destroy_data_keys" AFTER DELETE ON "message"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "destroy_data_keys"();
CREATE TRIGGER "destroy_data_keys" AFTER DELETE ON "oauth_token"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "destroy_data_keys"();
CREATE TRIGGER "destroy_data_keys" AFTER DELETE ON "sketch_key"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "destroy_data_keys"();
CREATE TRIGGER "destroy_data_keys" AFTER DELETE ON "ta_request"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "destroy_data_keys"();
CREATE TRIGGER "destroy_data_keys" AFTER DELETE ON "unconfirmed_submission"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "destroy_data_keys"();

-- A destroyed key stays destroyed, whoever writes.
ALTER TABLE "data_key" ADD CONSTRAINT "data_key_destroyed" CHECK (("wrapped" IS NULL) = ("destroyed_at" IS NOT NULL));
