import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { Ledger } from '../../domain/ledgers';
import { useOffice } from '../../ui/data';
import { failureNote } from '../../ui/failureNote';
import { load } from '../../ui/load';

/** 下载模板: of a ledger of the office, as its catalogue says it is reported. One each: an empty sheet is a zero return. */
export function TemplateButton() {
  const office = useOffice();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const save = async (ledger: Ledger) => {
    setBusy(true);
    try {
      const [{ ledgerTemplate, templateName }, { saveBlob }] = await Promise.all([
        load(() => import('../../report/template')),
        load(() => import('../../report/download')),
      ]);
      saveBlob(await ledgerTemplate(office, ledger), `${templateName(ledger)}.xlsx`);
    } catch (error) {
      message.error(failureNote('模板未能下载', error));
    } finally {
      setBusy(false);
    }
  };
  const { catalogue } = office;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: catalogue.collected.map(({ id, name }) => ({ key: id, label: name })),
        onClick: ({ key }) => void save(catalogue.ledger(key)),
      }}
    >
      <Button icon={<DownloadOutlined />} loading={busy} aria-haspopup="menu">
        下载模板
      </Button>
    </Dropdown>
  );
}
